import { type Decision, refuse } from '../../../kernel/decision.ts';
import { dayMs } from '../../../kernel/duration.ts';
import type { CaseFact } from '../events.ts';
import { resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState } from './state.ts';

/** After so long a closed case is not opened again (domain.md, Who gets the case). */
export const reopenableMs = 30 * dayMs;

/** Whether a message gives a case that is in nobody's work back into hands. */
export function opensAgain({ status }: CaseState, { automatic }: { automatic: boolean }): boolean {
  return !automatic && ['solved', 'closed', 'set_aside'].includes(status);
}

/**
 * A message from outside joins a case. A person's message makes a waiting case run again, opens a
 * solved or closed one again for the same hands, and brings back one that was set aside; a
 * machine's message (RFC 3834) joins and changes nothing (domain.md, Who gets the case).
 * @param message `denies`: said with the words that the solution did not hold; such a message is no thanks
 * @param hands who holds the case when it is opened again: the same agent, or an heir if absent
 */
export function receive(
  state: CaseState,
  message: { id: string; automatic: boolean; denies?: boolean },
  hands: string | null,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status === 'merged') {
    return refuse(
      'wrong_status',
      'The case was merged into another one; the message belongs there.',
    );
  }
  const received = {
    kind: 'message_received',
    message: message.id,
    automatic: message.automatic,
  } as const;
  if (message.automatic || state.status === 'open') return [received];
  const clock = resumeClock(state, rule, now);
  if (state.status === 'waiting') return [received, { kind: 'resumed', by: 'customer', clock }];
  if (!hands) return refuse('no_one_to_hold_it', 'Nobody is there to hold the case.');
  if (state.status === 'set_aside') return [received, { kind: 'put_back', owner: hands, clock }];
  if (message.denies) {
    return [{ ...received, denies: true }, reopening(state, 'customer', hands, clock)];
  }
  return [received, reopening(state, 'customer', hands, clock, message.id)];
}

/** The fact that a solution did not hold: it names the solution and whoever wrote it (S0-19). */
export function reopening(
  state: CaseState,
  by: 'customer' | 'agent',
  owner: string,
  clock: Extract<CaseFact, { kind: 'reopened' }>['clock'],
  because?: string,
): CaseFact {
  return {
    kind: 'reopened',
    by,
    owner,
    clock,
    solution: state.solutionId ?? '',
    solver: state.solvedBy,
    ...(because === undefined ? {} : { because }),
  };
}
