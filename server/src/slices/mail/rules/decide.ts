import { type AgentAnswer, type AnswerReason, refusalOfAnswer } from './agent-answer.ts';
import type { Authentication } from './authentication.ts';
import type { Writer } from './automatic.ts';
import type { Bounce } from './bounce.ts';
import type { OpenBreaker } from './breaker.ts';
import type { LoopReason } from './loop.ts';
import { type Apart, hasToken, joinOf, type Thread } from './threading.ts';

/** Everything that was found out about a message before it is decided what becomes of it. */
export type Findings = {
  loop: LoopReason | null;
  /** An earlier message with the same fingerprint. */
  earlier: { id: string; sameBody: boolean } | null;
  bounce: Bounce | null;
  /** It answers a mail that we sent to an agent. */
  answer: AgentAnswer | null;
  blocked: boolean;
  spam: boolean;
  authentication: Authentication;
  writer: Writer;
  thread: Thread | null;
  /** The breaker that holds back whatever this sender writes. */
  holder: OpenBreaker | null;
  /** A person decided that it is to go on, whatever was found of it; `held`: as if it had just come. */
  released: 'held' | 'other' | null;
  subject: string;
  /** When it arrived. */
  at: Date;
  /** It was fetched long after it had arrived in a mailbox. */
  older: boolean;
};

/** Why a message opened a case of its own; `new` when it pointed at none. */
export type OpenReason = 'new' | Apart;

/** The one outcome of a message (invariant 5); `reason` is a code that people are shown in words. */
export type Verdict =
  | { outcome: 'loop'; reason: LoopReason }
  | { outcome: 'duplicate'; reason: 'same_message' | 'second_copy_differs'; of: string }
  | { outcome: 'bounce'; reason: Bounce['fate']; words: string | null }
  | { outcome: 'set_aside'; reason: AsideReason; answer?: AgentAnswer }
  | { outcome: 'joined'; reason: 'agent_answer'; answer: AgentAnswer }
  | { outcome: 'held'; reason: HeldReason; breaker: string }
  | { outcome: 'joined'; reason: Thread['pointer']; thread: Thread; automatic: boolean }
  | {
      outcome: 'opened';
      reason: OpenReason;
      linkedTo: string | null;
      automatic: boolean;
      receipt: boolean;
    };

export type AsideReason =
  | 'blocked_sender'
  | 'suspected_spam'
  | 'authentication_failed'
  | 'automatic_reply'
  | AnswerReason;

export type HeldReason = 'breaker_sender' | 'breaker_domain';

/**
 * Decides what becomes of a message. Our own come back first, so that nothing we sent can ever have
 * an effect; then once (invariant 6); then bounces. Whoever holds our token and takes part in the
 * case is not held up by a spam filter. An answering machine that points at no case is set aside:
 * it would open a case about nothing. What a breaker holds back waits for a person.
 */
export function decide(found: Findings): Verdict {
  return found.released ? joinOrOpen(found) : (withoutCase(found) ?? joinOrOpen(found));
}

function withoutCase(found: Findings): Verdict | null {
  if (found.loop) return { outcome: 'loop', reason: found.loop };
  if (found.earlier) return duplicateOf(found.earlier);
  if (found.bounce) {
    return { outcome: 'bounce', reason: found.bounce.fate, words: found.bounce.words };
  }
  if (found.answer) return verdictOnAnswer(found.answer, found);
  const aside = asideReason(found);
  if (aside) return { outcome: 'set_aside', reason: aside };
  const answersNothing =
    found.writer === 'auto_replied' && !('join' in joinOf(found.thread, found));
  if (answersNothing) return { outcome: 'set_aside', reason: 'automatic_reply' };
  const { holder } = found;
  if (!holder) return null;
  const reason = holder.kind === 'sender' ? 'breaker_sender' : 'breaker_domain';
  return { outcome: 'held', reason, breaker: holder.id };
}

function joinOrOpen(found: Findings): Verdict {
  const automatic = found.writer !== 'person';
  const joining = joinOf(found.thread, found);
  if ('join' in joining) {
    const { join: thread } = joining;
    return { outcome: 'joined', reason: thread.pointer, thread, automatic };
  }
  return {
    outcome: 'opened',
    reason: joining.apart ?? 'new',
    linkedTo: joining.apart === null ? null : joining.linkedTo,
    automatic,
    // A forged sender would get a receipt for what somebody else wrote.
    receipt:
      !automatic && !found.older && found.authentication !== 'failed' && found.released !== 'other',
  };
}

function verdictOnAnswer(answer: AgentAnswer, found: Findings): Verdict {
  const reason = refusalOfAnswer(answer, found);
  if (reason) return { outcome: 'set_aside', reason, answer };
  return { outcome: 'joined', reason: 'agent_answer', answer };
}

function duplicateOf(earlier: { id: string; sameBody: boolean }): Verdict {
  const reason = earlier.sameBody ? 'same_message' : 'second_copy_differs';
  return { outcome: 'duplicate', reason, of: earlier.id };
}

function asideReason(found: Findings): AsideReason | null {
  if (found.blocked) return 'blocked_sender';
  const known = found.thread && hasToken(found.thread) && found.thread.role !== 'stranger';
  if (known) return null;
  if (found.spam) return 'suspected_spam';
  // What points at a case is likely a real reply that a forwarding host broke: it is shown there.
  return found.authentication === 'failed' && !found.thread ? 'authentication_failed' : null;
}
