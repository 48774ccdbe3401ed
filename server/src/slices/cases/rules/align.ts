import type { CaseFact } from '../events.ts';
import { realign } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';

/** Whether a case has a clock that settings can move: one that is closed or merged has none. */
export function hasClock({ status }: Pick<CaseState, 'status'>): boolean {
  return status !== 'closed' && status !== 'merged';
}

/**
 * What `rule` changes about a case, as a fact on it (invariant 3): another holding time, or another
 * calendar by which the same holding time ends at another instant. Nothing where nothing moves.
 */
export function align(state: CaseState, rule: ClockRule): CaseFact[] {
  if (!hasClock(state)) return [];
  const { holdingMs, usedMs, movedMs, ...now } = realign(state, rule);
  const { clock } = state;
  if (holdingMs !== clock.holdingMs || usedMs !== clock.usedMs) {
    const change = { wasMs: clock.holdingMs, isMs: holdingMs, usedMs };
    return [{ kind: 'holding_time_changed', ...change, ...now }];
  }
  return movedMs === 0 ? [] : [{ kind: 'calendar_changed', movedMs, ...now }];
}
