import { type Decision, refuse } from '../../../kernel/decision.ts';
import { plus } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import { remainingMs, resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { isReopenable } from './ending.ts';
import { reopening } from './receive.ts';
import { firstReply } from './speak.ts';
import type { CaseState } from './state.ts';

/** How long the customer has to say otherwise, and after how long they are asked once more. */
export type Ending = { confirmWithinMs: number; remindAfterMs: number };

/**
 * Solved for good, with a written solution: the clock pauses, and the customer has a while to say
 * otherwise, with one reminder on the way where there is room for it (invariant 2).
 */
export function solve(
  state: CaseState,
  solution: string,
  byPerson: boolean,
  { confirmWithinMs, remindAfterMs }: Ending,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'open' && state.status !== 'waiting') {
    return refuse('wrong_status', `The case is ${state.status}; only one in work can be solved.`);
  }
  return [
    {
      kind: 'solved',
      solution,
      closeAt: plus(now, confirmWithinMs),
      remindAt: remindAfterMs < confirmWithinMs ? plus(now, remindAfterMs) : null,
      remainingMs: remainingMs(state.clock, rule, now),
    },
    ...firstReply(state, byPerson),
  ];
}

/** The solution did not hold: the case is open again, with what remained but at least the minimum. */
export function reopen(
  state: CaseState,
  hands: string | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'solved' && state.status !== 'closed') {
    return refuse(
      'wrong_status',
      `The case is ${state.status}; only a solved one can be reopened.`,
    );
  }
  if (!isReopenable(state, now)) {
    return refuse(
      'wrong_status',
      'The case was closed more than 30 days ago. Open a new case for what has come up since.',
    );
  }
  if (!hands) return refuse('no_one_to_hold_it', 'Nobody is there to hold the case.');
  return [reopening(state, 'agent', hands, resumeClock(state, rule, now))];
}
