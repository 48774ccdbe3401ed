import { type Decision, refuse } from '../../../kernel/decision.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import { runningOf, soonest } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';
import { broughtForward, warningAt } from './warnings.ts';

/** The part of the time until a deadline that is left when its owner is warned. */
const restAtWarning = 0.25;

/**
 * The customer has to have it by `at` (null: no longer). It never moves the case by itself: it is
 * shown, brings the case forward in lists, and warns its owner when a quarter of the time is left,
 * in the owner's hours (docs/adr/0041).
 */
export function setDeadline(
  state: CaseState,
  at: Date | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status === 'closed' || state.status === 'merged') {
    return refuse('wrong_status', `The case is ${state.status}; nothing is due on it any more.`);
  }
  const was = state.deadline?.at ?? null;
  if (was?.getTime() === at?.getTime()) return [];
  if (at && between(now, at) <= 0) {
    return refuse('invalid_request', 'The deadline has passed already.');
  }
  const ahead = at && plus(at, -Math.round(between(now, at) * restAtWarning));
  const warnAt = ahead && broughtForward(rule.recipients.owner, ahead, now);
  const share =
    state.status === 'open'
      ? soonest(warningAt(runningOf(state.clock, rule), rule, state.clock.warned), warnAt)
      : null;
  return [{ kind: 'deadline_set', at, was, warnAt, next: share }];
}
