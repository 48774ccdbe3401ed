import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import { isUnattended } from './address.ts';

/** How much automatic mail one correspondent gets at most (invariant 11). */
export type Budget = { hour: number; day: number };

/** Nothing automatic answers a message older than this (invariant 11). */
export const tooOldMs = 2 * dayMs;

export type Suppression =
  | 'over_budget'
  | 'message_too_old'
  | 'unattended_address'
  | 'nobody_to_write_to'
  | 'address_bounced'
  | 'address_complained'
  | 'answers_no_person';

/**
 * Whether what the customer's side said last may be answered automatically: it was not old when it
 * arrived, and if it is what opened the case, the case was to get a receipt, which machines, forged
 * senders and mail that had been set aside do not. Null: nobody there ever said anything.
 */
export function isAnswerable(
  last: { opening: boolean; receivedAt: Date; writtenAt: Date | null } | null,
  receipt: boolean,
): boolean {
  if (!last) return receipt;
  if (last.opening && !receipt) return false;
  return last.writtenAt === null || between(last.writtenAt, last.receivedAt) <= tooOldMs;
}

type Automatic = {
  recipients: readonly string[];
  /** Instants of automatic mail to the same correspondent during the last day. */
  sent: readonly Date[];
  /** When the message was written that it answers, where it answers one. */
  answersTo: Date | null;
  /** What is known of the address: there is no such one, or its owner complained (RFC 5965). */
  mark: { bounceKind: 'hard' | 'soft' | null; complainedAt: Date | null } | null;
};

/** Why an automatic mail is not sent; null when it may be. */
export function suppressionOf(mail: Automatic, budget: Budget, now: Date): Suppression | null {
  if (mail.recipients.length === 0) return 'nobody_to_write_to';
  if (mail.recipients.every(isUnattended)) return 'unattended_address';
  if (mail.mark?.complainedAt) return 'address_complained';
  if (mail.mark?.bounceKind === 'hard') return 'address_bounced';
  if (mail.answersTo && between(mail.answersTo, now) > tooOldMs) return 'message_too_old';
  const within = (ms: number) => mail.sent.filter((at) => between(at, now) < ms).length;
  return within(hourMs) >= budget.hour || within(dayMs) >= budget.day ? 'over_budget' : null;
}
