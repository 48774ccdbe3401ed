import { between } from '../../../kernel/instant.ts';
import { plusWorking, workingBetween, type WorkingTime } from '../../../kernel/working-time.ts';
import type { CaseEvent, CaseFact, ClockStart } from '../events.ts';
import type { HoldingClock } from '../rules/state.ts';

/** A clock counted from the log alone, without the books that the state keeps. */
type Counted = {
  holdingMs: number;
  usedMs: number;
  addedMs: number;
  /** When it ran, and since when it runs now; null while it is paused. */
  ran: { from: Date; to: Date }[];
  since: Date | null;
  /** Since when it waits for the customer. */
  waitsSince: Date | null;
  waitedMs: number;
};

/** What the clock of a case must show: when it is due, or what is left of it while it is paused. */
export type Reference = { due: Date | null; remainingMs: number | null; waitedMs: number };

/** The clock of a case by its events and the hours that count, computed anew (invariant 3). */
export function referenceClock(events: CaseEvent[], time: WorkingTime): Reference {
  let clock: Counted | null = null;
  for (const { fact, at } of events) clock = counted(clock, fact, at);
  if (!clock) throw new Error('a case begins with a clock');
  let leftMs = clock.holdingMs - clock.usedMs + clock.addedMs;
  for (const { from, to } of clock.ran) leftMs -= workingBetween(time, from, to);
  const grantedMs = Math.max(0, leftMs);
  const { since, waitedMs } = clock;
  return since
    ? { due: plusWorking(time, since, grantedMs), remainingMs: null, waitedMs }
    : { due: null, remainingMs: grantedMs, waitedMs };
}

function counted(clock: Counted | null, fact: CaseFact, at: Date): Counted | null {
  if (fact.kind === 'opened' || fact.kind === 'accountability_opened') return begun(fact.clock);
  if (fact.kind === 'handed_over') return fact.clock ? begun(fact.clock) : clock;
  if (!clock) return null;
  switch (fact.kind) {
    case 'waiting_began':
      return { ...paused(clock, at), waitsSince: at };
    case 'solved':
    case 'set_aside':
    case 'merged':
    case 'thanked':
      return paused(clock, at);
    case 'unmerged': {
      const waits = fact.status === 'waiting' ? { ...clock, waitsSince: at } : clock;
      return fact.clock ? runs(clock, fact.clock.toppedUpMs, at) : waits;
    }
    case 'resumed':
    case 'reopened':
    case 'put_back':
      return runs(clock, fact.clock.toppedUpMs, at);
    case 'holding_time_changed':
      return { ...clock, holdingMs: fact.isMs, usedMs: fact.usedMs ?? clock.usedMs };
    case 'absorbed':
      return absorbed(clock, fact);
    default:
      return clock;
  }
}

function begun({ startedAt, holdingMs, usedMs = 0, toppedUpMs = 0 }: ClockStart): Counted {
  const counts = { holdingMs, usedMs, addedMs: toppedUpMs, waitedMs: 0 };
  return { ...counts, ran: [], since: startedAt, waitsSince: null };
}

function paused(clock: Counted, at: Date): Counted {
  const waitedMs = clock.waitedMs + (clock.waitsSince ? between(clock.waitsSince, at) : 0);
  const ran = clock.since ? [...clock.ran, { from: clock.since, to: at }] : clock.ran;
  return { ...clock, ran, since: null, waitsSince: null, waitedMs };
}

function runs(clock: Counted, addedMs: number, at: Date): Counted {
  return { ...paused(clock, at), since: at, addedMs: clock.addedMs + addedMs };
}

/** The survivor of a merging goes on by the clock that the fact brings whole. */
function absorbed(clock: Counted, fact: Extract<CaseFact, { kind: 'absorbed' }>): Counted {
  return fact.clock ? brought(fact.clock, fact.status === 'waiting') : clock;
}

function brought(clock: HoldingClock, waits: boolean): Counted {
  const { holdingMs, usedMs, waitedMs, pausedAt } = clock;
  const ran: Counted['ran'] = [];
  let addedMs = 0;
  let since: Date | null = clock.startedAt;
  for (const entry of clock.entries) {
    if ('to' in entry) {
      ran.push({ from: since, to: entry.from });
      since = entry.to;
    } else if (entry.kind === 'resumed_at_least') addedMs += entry.ms;
  }
  const counts = { holdingMs, usedMs, addedMs, waitedMs, waitsSince: waits ? pausedAt : null };
  if (!pausedAt) return { ...counts, ran, since };
  return { ...counts, ran: [...ran, { from: since, to: pausedAt }], since: null };
}
