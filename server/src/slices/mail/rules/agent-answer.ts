import type { Writer } from './automatic.ts';
import type { Authentication } from './authentication.ts';

/** An answer to a mail that an agent got, as far as it matters what becomes of it. */
export type AgentAnswer = {
  agent: { id: string; role: 'reader' | 'agent' | 'lead' | 'admin' };
  /** The case that the mail was about; null when it was about several. */
  caseId: string | null;
  /** Whether the address of the sender is the agent's. */
  fromAgent: boolean;
  active: boolean;
  /** Whether the agent may write a note on that case. */
  mayNote: boolean;
};

export type AnswerReason =
  | 'not_the_agent'
  | 'authentication_failed'
  | 'automatic_reply'
  | 'agent_inactive'
  | 'answers_several_cases'
  | 'agent_may_not';

/**
 * Why an answer to a mail that an agent got becomes no note on the case: written by a machine, by
 * somebody else who has it (it was handed on, or stolen), or by an agent who may not. It never
 * becomes a customer's message. Null: it becomes a note.
 */
export function refusalOfAnswer(
  answer: AgentAnswer,
  letter: { writer: Writer; authentication: Authentication },
): AnswerReason | null {
  if (letter.writer !== 'person') return 'automatic_reply';
  if (!answer.fromAgent) return 'not_the_agent';
  if (letter.authentication === 'failed') return 'authentication_failed';
  if (!answer.active) return 'agent_inactive';
  if (answer.caseId === null) return 'answers_several_cases';
  return answer.mayNote ? null : 'agent_may_not';
}
