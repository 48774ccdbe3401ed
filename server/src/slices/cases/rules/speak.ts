import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { type CaseState, isHeld } from './state.ts';

/** A reply to the customer; by a person it meets the first-reply date, late or not. */
export function reply(state: CaseState, message: string, byPerson: boolean): Decision<CaseFact> {
  if (!isHeld(state)) {
    return refuse(
      'wrong_status',
      `The case is ${state.status.replace('_', ' ')}. Open it again before you reply.`,
    );
  }
  return [{ kind: 'replied', message }, ...firstReply(state, byPerson)];
}

/** The first word of a person to the customer, if this is it. */
export function firstReply(state: CaseState, byPerson: boolean): CaseFact[] {
  return byPerson && !state.firstReply.metAt ? [{ kind: 'first_reply_met' }] : [];
}

/** A note among ourselves; may be written at any time, and may mention agents. */
export function note(message: string, mentions: string[] = []): CaseFact[] {
  return [{ kind: 'noted', message, ...(mentions.length > 0 ? { mentions } : {}) }];
}
