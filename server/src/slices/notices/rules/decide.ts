import type { NoticeKind, NoticeWay } from '@baton/contract';
import { dayMs, hourMs, minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';
import { opensAt, type WorkingTime } from '../../../kernel/working-time.ts';
import { type Choices, isAboutSignIn, wants } from './choices.ts';

/** Why something is not told by a way. */
export type Untold =
  | 'seen'
  | 'not_wanted'
  | 'too_old'
  | 'inactive'
  | 'no_address'
  | 'own_address'
  | 'no_relay'
  | 'no_device'
  | 'out_of_sight';

/** What becomes of one notice by one way; exactly one of these. */
export type Outcome =
  | { state: 'tell' }
  | { state: 'hold'; until: Date; why: 'outside_hours' | 'gathering' }
  | { state: 'suppress'; why: Untold };

export type Telling = {
  id: string;
  kind: string;
  at: Date;
  seenAt: Date | null;
  /** Until when it was held back before. */
  heldUntil: Date | null;
  ofPressingCase: boolean;
  /** What is in the way, whatever was chosen: no address, no device, out of their sight. */
  obstacle: Untold | null;
};

export type Told = { active: boolean; choices: Choices; hours: WorkingTime };

/** What cannot wait until somebody is at work again, whatever case it is about. */
const pressingKinds: ReadonlySet<string> = new Set<NoticeKind>([
  'high_stakes',
  'deadline_near',
  'accountability',
  'breaker_opened',
  'mail_account_off',
  'new_device',
  'sign_in_failures',
]);

/** Whether something is told at any hour, and without being gathered for long. */
export function isPressing(kind: string, ofPressingCase: boolean): boolean {
  return ofPressingCase || pressingKinds.has(kind);
}

/** What could not be told for so long, though it might, is history: the desk still shows it. */
export const tellWithinMs: Record<NoticeWay, number> = {
  desk: Infinity,
  mail: 2 * dayMs,
  push: 4 * hourMs,
};

/**
 * Decides what becomes of a notice by a way. In the desk all stands at once that is wanted there.
 * Mail and push are for what was not seen; they wait until the agent is at work but for what presses
 * (S3-93), and are told at once where nobody knows when that is.
 */
export function decide(way: NoticeWay, notice: Telling, agent: Told, now: Date): Outcome {
  const why = reasonAgainst(way, notice, agent, now);
  if (why) return { state: 'suppress', why };
  if (way === 'desk') return { state: 'tell' };
  if (isPressing(notice.kind, notice.ofPressingCase)) return { state: 'tell' };
  const from = agent.choices.onlyAtWork ? (opensAt(agent.hours, now) ?? now) : now;
  if (from > now) return { state: 'hold', until: from, why: 'outside_hours' };
  const gathered = plus(notice.at, way === 'mail' ? agent.choices.gatherMs : 0);
  // What is looked at for the first time has been gathered for a minute already.
  const isGathering = agent.choices.gatherMs > minuteMs && gathered > now;
  return isGathering ? { state: 'hold', until: gathered, why: 'gathering' } : { state: 'tell' };
}

function reasonAgainst(
  way: NoticeWay,
  { kind, at, seenAt, heldUntil, obstacle }: Telling,
  { active, choices }: Told,
  now: Date,
): Untold | null {
  if (way !== 'desk' && seenAt && !isAboutSignIn(kind)) return 'seen';
  if (!active) return 'inactive';
  if (!wants(choices, kind, way)) return 'not_wanted';
  return between(heldUntil ?? at, now) > tellWithinMs[way] ? 'too_old' : obstacle;
}

export type Decided = { ids: string[]; outcome: Outcome };

/**
 * Decides about everything that waits for an agent by a way, together: what is only gathered goes
 * along when something else goes.
 * @returns each outcome once, with all that it is of
 */
export function decideAll(
  way: NoticeWay,
  notices: Telling[],
  agent: Told,
  now: Date,
): { told: string[]; rest: Decided[] } {
  const outcomes = notices.map((notice) => ({
    id: notice.id,
    outcome: decide(way, notice, agent, now),
  }));
  const anyGoes = outcomes.some(({ outcome }) => outcome.state === 'tell');
  const goes = ({ outcome }: { outcome: Outcome }) =>
    outcome.state === 'tell' ||
    (anyGoes && outcome.state === 'hold' && outcome.why === 'gathering');
  const rest = outcomes.filter((one) => !goes(one));
  const alike = Map.groupBy(rest, ({ outcome }) => JSON.stringify(outcome));
  return {
    told: outcomes.filter(goes).map(({ id }) => id),
    rest: [...alike.values()].map((of) => ({
      ids: of.map(({ id }) => id),
      outcome: of[0]!.outcome,
    })),
  };
}
