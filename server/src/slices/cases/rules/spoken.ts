import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { resumeClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { firstReply } from './speak.ts';
import type { CaseState } from './state.ts';

export type LoggedCall = {
  id: string;
  message: string;
  way: 'in' | 'out';
  withCustomer: boolean;
  /** Somebody was spoken with. */
  reached: boolean;
};

/**
 * A call has ended. Where a person spoke with the customer it is a reply to them (domain.md, first
 * reply), and a customer who calls ends the waiting for them, as by writing.
 */
export function logCall(
  state: CaseState,
  call: LoggedCall,
  byPerson: boolean,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status === 'merged') return merged;
  const { id, ...rest } = call;
  const facts: CaseFact[] = [{ kind: 'call_logged', call: id, ...rest }];
  if (!call.withCustomer || !call.reached) return facts;
  if (state.status === 'waiting' && call.way === 'in') {
    facts.push({ kind: 'resumed', by: 'customer', clock: resumeClock(state, rule, now) });
  }
  return [...facts, ...firstReply(state, byPerson)];
}

/** Something of a call was put right; that the customer was reached after all meets the first reply. */
export function correctCall(
  state: CaseState,
  call: Pick<LoggedCall, 'id' | 'withCustomer' | 'reached'> & { what: string[] },
  byPerson: boolean,
): Decision<CaseFact> {
  if (state.status === 'merged') return merged;
  if (call.what.length === 0) return [];
  const spoken = call.withCustomer && call.reached ? firstReply(state, byPerson) : [];
  return [{ kind: 'call_corrected', call: call.id, what: call.what }, ...spoken];
}

/** The customer knows that the problem is ours now; from a person's mouth that is a reply. */
export function assure(
  state: CaseState,
  by: 'spoken' | 'sent',
  byPerson: boolean,
): Decision<CaseFact> {
  if (state.status === 'merged') return merged;
  return [{ kind: 'assured', by }, ...(by === 'spoken' ? firstReply(state, byPerson) : [])];
}

const merged = refuse('wrong_status', 'The case was merged into another one.');
