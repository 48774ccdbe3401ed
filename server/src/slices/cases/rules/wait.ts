import { type Decision, refuse } from '../../../kernel/decision.ts';
import { dayMs, formatDuration } from '../../../kernel/duration.ts';
import { between, earlier, plus } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import { remainingMs, resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';

/** How long a case waits for its customer when nobody says until when. */
export const usualWaitMs = 3 * dayMs;

/**
 * The owner waits for the customer: the clock pauses until `until` at the latest. All pauses at
 * one level add up to the rule's limit at most (invariant 3).
 */
export function wait(
  state: CaseState,
  until: Date | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'open') {
    return refuse('wrong_status', `Only an open case can wait; this one is ${state.status}.`);
  }
  const limitMs = rule.waitingLimitMs;
  const latest = plus(now, limitMs - state.clock.waitedMs);
  const end = until ?? earlier(plus(now, usualWaitMs), latest);
  if (between(now, end) <= 0) {
    return until && between(now, until) <= 0
      ? refuse('invalid_request', 'The instant until which the case is to wait has passed.')
      : refuse('waiting_limit', beyond(limitMs, latest));
  }
  if (between(end, latest) < 0) return refuse('waiting_limit', beyond(limitMs, latest));
  return [{ kind: 'waiting_began', until: end, remainingMs: remainingMs(state.clock, rule, now) }];
}

function beyond(limitMs: number, latest: Date): string {
  return (
    `At one level a case waits ${formatDuration(limitMs)} at most, all pauses together; ` +
    `this one may wait until ${latest.toISOString()}.`
  );
}

/** The wait is over before its time: the clock goes on. */
export function resume(state: CaseState, rule: ClockRule, now: Date): Decision<CaseFact> {
  if (state.status !== 'waiting') {
    return refuse('wrong_status', `Only a waiting case resumes; this one is ${state.status}.`);
  }
  return [{ kind: 'resumed', by: 'agent', clock: resumeClock(state, rule, now) }];
}
