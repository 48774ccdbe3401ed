import {
  groupOfKind,
  type NoticeGroup,
  noticeGroups,
  type NoticeKind,
  type NoticeWay,
  noticeWays,
} from '@baton/contract';
import { minuteMs } from '../../../kernel/duration.ts';

type Ways = Record<NoticeWay, boolean>;

/** What may be told by which way, whether only at work, and how long mail is gathered. */
export type Choices = {
  groups: Record<NoticeGroup, Ways>;
  onlyAtWork: boolean;
  gatherMs: number;
};

/** What somebody chose of it; what they did not is missing or null. */
export type Chosen = {
  groups: Partial<Record<NoticeGroup, Partial<Ways>>>;
  onlyAtWork: boolean | null;
  gatherMs: number | null;
};

/** A change of what was chosen; null: chosen no longer. */
export type ChosenChange = {
  groups?:
    | Partial<Record<NoticeGroup, { [way in NoticeWay]?: boolean | null | undefined }>>
    | undefined;
  onlyAtWork?: boolean | null | undefined;
  gatherMs?: number | null | undefined;
};

const ways = (mail: boolean, push: boolean): Ways => ({ desk: true, mail, push });

/** How Baton begins: everything in the desk; by mail and push what asks somebody to do something. */
const begins: Choices = {
  groups: {
    hands: ways(true, true),
    customer: ways(false, true),
    warnings: ways(true, true),
    lapses: ways(true, true),
    delivery: ways(true, false),
    tasks: ways(true, true),
    mentions: ways(true, true),
    lead: ways(true, true),
    load: ways(false, false),
    progress: ways(false, false),
    rules: ways(true, true),
    house: ways(true, true),
  },
  onlyAtWork: true,
  gatherMs: minuteMs,
};

export const nothingChosen: Chosen = { groups: {}, onlyAtWork: null, gatherMs: null };

/** What holds after each of these has chosen, the later before the earlier. */
export function choicesAfter(...chosen: Chosen[]): Choices {
  return chosen.reduce<Choices>(
    (before, { groups, onlyAtWork, gatherMs }) => ({
      groups: byGroup((group) => ({ ...before.groups[group], ...groups[group] })),
      onlyAtWork: onlyAtWork ?? before.onlyAtWork,
      gatherMs: gatherMs ?? before.gatherMs,
    }),
    begins,
  );
}

/** What is chosen after a change. */
export function changedChoices(before: Chosen, change: ChosenChange): Chosen {
  const { groups = {}, onlyAtWork, gatherMs } = change;
  return {
    groups: Object.fromEntries(
      noticeGroups
        .map(
          (group) => [group, changedWays({ ...before.groups[group], ...groups[group] })] as const,
        )
        .filter(([, chosen]) => Object.keys(chosen).length > 0),
    ),
    onlyAtWork: onlyAtWork === undefined ? before.onlyAtWork : onlyAtWork,
    gatherMs: gatherMs === undefined ? before.gatherMs : gatherMs,
  };
}

function changedWays(chosen: { [way in NoticeWay]?: boolean | null | undefined }): Partial<Ways> {
  return Object.fromEntries(
    noticeWays.flatMap((way) => {
      const is = chosen[way];
      return is === null || is === undefined ? [] : [[way, is]];
    }),
  );
}

function byGroup<T>(of: (group: NoticeGroup) => T): Record<NoticeGroup, T> {
  const entries = noticeGroups.map((group) => [group, of(group)]);
  return Object.fromEntries(entries) as Record<NoticeGroup, T>;
}

/** The choice to which a kind belongs; one of a later version is like what comes into one's hands. */
function groupOf(kind: string): NoticeGroup | 'security' {
  return (groupOfKind as Record<string, NoticeGroup | 'security'>)[kind] ?? 'hands';
}

/**
 * Whether it is about the sign-in itself: that goes by every way, though it was seen, and whatever
 * was chosen. A thief at the desk must not be able to keep it from whom they play.
 */
export function isAboutSignIn(kind: string): boolean {
  return groupOf(kind) === 'security';
}

/** Whether what is of this kind is to be told by a way. */
export function wants({ groups }: Choices, kind: string, way: NoticeWay): boolean {
  const group = groupOf(kind);
  return group === 'security' || groups[group][way];
}

/** The kinds that are not to be counted in the desk as something new. */
export function quietKinds(choices: Choices): NoticeKind[] {
  const kinds = Object.keys(groupOfKind) as NoticeKind[];
  return kinds.filter((kind) => !wants(choices, kind, 'desk'));
}
