import { between } from '../../../kernel/instant.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import type { CaseState } from '../rules/state.ts';

const counted = {
  opened: 'cases',
  message_received: 'messages',
  replied: 'replies',
  lapsed: 'lapses',
  accountability_opened: 'accountabilityEntries',
  warned: 'warnings',
  first_reply_missed: 'firstRepliesMissed',
  untaken: 'untaken',
  ping_pong: 'pingPong',
  owner_absent: 'stayedWithAbsent',
  waiting_began: 'waits',
  solved: 'solved',
  reopened: 'reopened',
  thanked: 'thanked',
  reminded: 'reminded',
  set_aside: 'setAside',
  put_back: 'putBack',
  merged: 'merged',
  unmerged: 'unmerged',
  holding_time_changed: 'clocksMoved',
  calendar_changed: 'clocksMoved',
} as const satisfies Partial<Record<CaseFact['kind'], string>>;

type Counted = (typeof counted)[keyof typeof counted];
type Directed = 'passedUp' | 'handedAcross' | 'handedDown';
export type Counts = Record<Counted | Directed | 'confirmed' | 'unconfirmed', number>;

/** What happened in a run, counted from its events. Lengths are in milliseconds. */
export class Figures {
  readonly counts = emptyCounts();
  /** How long each pair of hands held a case in work, each time. */
  readonly inHands: number[] = [];
  waitedMs = 0;
  /** Open cases per level, summed over the days, and the most on any day. */
  readonly load = new Map<number, { sum: number; most: number }>();
  steps = 0;
  events = 0;
  refusals = 0;
  downs = 0;
  readonly #since = new Map<string, Date>();

  note(before: CaseState | null, after: CaseState, events: CaseEvent[]): void {
    this.steps++;
    this.events += events.length;
    for (const { fact } of events) this.#count(fact);
    const now = events.at(-1)?.at;
    if (!now) return;
    if (before?.status === 'waiting' && after.status !== 'waiting' && before.clock.pausedAt) {
      this.waitedMs += between(before.clock.pausedAt, now);
    }
    this.#noteHands(before, after, now);
  }

  noteLoad(level: number, open: number): void {
    const { sum, most } = this.load.get(level) ?? { sum: 0, most: 0 };
    this.load.set(level, { sum: sum + open, most: Math.max(most, open) });
  }

  #noteHands(before: CaseState | null, after: CaseState, now: Date): void {
    const [was, is] = [before && handsOf(before), handsOf(after)];
    if (was === is) return;
    const since = this.#since.get(after.id);
    if (since) this.inHands.push(between(since, now));
    if (is) this.#since.set(after.id, now);
    else this.#since.delete(after.id);
  }

  #count(fact: CaseFact): void {
    const name = nameOf(fact);
    if (name) this.counts[name]++;
  }
}

function handsOf({ status, ownerId }: CaseState): string | null {
  return status === 'open' || status === 'waiting' ? ownerId : null;
}

function nameOf(fact: CaseFact): keyof Counts | null {
  if (fact.kind === 'closed') return fact.confirmed ? 'confirmed' : 'unconfirmed';
  if (fact.kind === 'handed_over') {
    return ({ up: 'passedUp', across: 'handedAcross', down: 'handedDown' } as const)[
      fact.direction
    ];
  }
  return fact.kind in counted ? counted[fact.kind as keyof typeof counted] : null;
}

function emptyCounts(): Counts {
  const names = [...Object.values(counted), 'passedUp', 'handedAcross', 'handedDown'];
  const all = [...names, 'confirmed', 'unconfirmed'].map((name) => [name, 0]);
  return Object.fromEntries(all) as Counts;
}
