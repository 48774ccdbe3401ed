import type { CaseFact } from '../events.ts';
import type { ClockEntry, HoldingClock } from './state.ts';

type ClockRuleFact = Extract<CaseFact, { kind: 'holding_time_changed' | 'calendar_changed' }>;

/** The clock after the holding time, or the hours that count, became others. */
export function ruleChanged(clock: HoldingClock, fact: ClockRuleFact, at: Date): HoldingClock {
  const { due, remainingMs, warnAt } = fact;
  const moved = { ...clock, due, remainingMs, warnAt };
  if (fact.kind === 'calendar_changed') {
    const entry: ClockEntry = { kind: fact.kind, at, ms: fact.movedMs };
    return { ...moved, entries: [...clock.entries, entry] };
  }
  const entry: ClockEntry = { kind: fact.kind, at, ms: fact.isMs - fact.wasMs };
  return {
    ...moved,
    holdingMs: fact.isMs,
    usedMs: fact.usedMs ?? clock.usedMs,
    entries: [...clock.entries, entry],
  };
}
