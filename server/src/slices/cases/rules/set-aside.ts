import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { remainingMs, resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';

/** The opening message is not a request: reversible, counted apart, not a solution. */
export function setAside(
  state: CaseState,
  reason: string,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'open' && state.status !== 'waiting') {
    return refuse(
      'wrong_status',
      `The case is ${state.status}; only one in work can be set aside.`,
    );
  }
  return [{ kind: 'set_aside', reason, remainingMs: remainingMs(state.clock, rule, now) }];
}

/** It was a request after all: back to the same hands, or to an heir's. */
export function putBack(
  state: CaseState,
  hands: string | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'set_aside') {
    return refuse('wrong_status', `The case is ${state.status}; it was not set aside.`);
  }
  if (!hands) return refuse('no_one_to_hold_it', 'Nobody is there to hold the case.');
  return [{ kind: 'put_back', owner: hands, clock: resumeClock(state, rule, now) }];
}
