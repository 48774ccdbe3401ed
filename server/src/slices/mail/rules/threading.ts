import { dayMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { Writer } from './automatic.ts';
import type { Authentication } from './authentication.ts';
import { sameSubject } from './subject.ts';

/** The case that a message points at, as far as joining it goes. */
export type ThreadCase = {
  id: string;
  status: 'open' | 'waiting' | 'solved' | 'closed' | 'merged' | 'set_aside';
  subject: string;
  closedAt: Date | null;
};

/** How a message points at its case, the surest way first. */
export type Pointer = 'reply_address' | 'message_id' | 'reference' | 'number';

/** Who wrote, seen from the case that the message points at. */
export type Role = 'customer' | 'participant' | 'stranger';

export type Thread = { case: ThreadCase; pointer: Pointer; role: Role };

/** Why a message that points at a case does not join it. */
export type Apart =
  | 'unknown_sender'
  | 'authentication_failed'
  | 'closed_long_ago'
  | 'another_subject'
  | 'merged';

export type Joining =
  | { join: Thread }
  /** A new case, linked to `linkedTo` where there is one. */
  | { apart: Apart; linkedTo: string }
  | { apart: null };

/** A case that was closed this long ago is not opened again by a reply. */
export const closedLongMs = 30 * dayMs;

/**
 * Whether a message joins the case it points at (invariant 7). Our token joins, whoever wrote: a
 * stranger joins as one. Without it only a participant joins whose sender was not found forged. A
 * case closed for 30 days, or closed while the message has another subject, is not joined; an
 * automatic message changes nothing there, hence its subject does not matter.
 */
export function joinOf(
  thread: Thread | null,
  message: { subject: string; writer: Writer; authentication: Authentication; at: Date },
): Joining {
  if (!thread) return { apart: null };
  const linkedTo = thread.case.id;
  if (!hasToken(thread)) {
    if (thread.role === 'stranger') return { apart: 'unknown_sender', linkedTo };
    if (message.authentication === 'failed') return { apart: 'authentication_failed', linkedTo };
  }
  if (thread.case.status === 'merged') return { apart: 'merged', linkedTo };
  if (thread.case.status === 'closed') {
    const { closedAt, subject } = thread.case;
    if (closedAt && between(closedAt, message.at) >= closedLongMs) {
      return { apart: 'closed_long_ago', linkedTo };
    }
    if (message.writer === 'person' && !sameSubject(subject, message.subject)) {
      return { apart: 'another_subject', linkedTo };
    }
  }
  return { join: thread };
}

/** Whether the message carries what only we could have written. */
export function hasToken(thread: Thread): boolean {
  return thread.pointer === 'reply_address' || thread.pointer === 'message_id';
}
