import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import { isUnattended } from './address.ts';

/** Automatic mail that one correspondent gets at most (invariant 11). */
export const budget = { hour: 5, day: 20 };

/** Nothing automatic answers a message older than this (invariant 11). */
export const tooOldMs = 2 * dayMs;

export type Suppression =
  | 'over_budget'
  | 'message_too_old'
  | 'unattended_address'
  | 'nobody_to_write_to'
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

/**
 * Why an automatic mail is not sent; null when it may be.
 * @param sent instants of automatic mail to the same correspondent during the last day
 * @param answersTo when the message was written that it answers, where it answers one
 */
export function suppressionOf(
  mail: { recipients: readonly string[]; sent: readonly Date[]; answersTo: Date | null },
  now: Date,
): Suppression | null {
  if (mail.recipients.length === 0) return 'nobody_to_write_to';
  if (mail.recipients.every(isUnattended)) return 'unattended_address';
  if (mail.answersTo && between(mail.answersTo, now) > tooOldMs) return 'message_too_old';
  const within = (ms: number) => mail.sent.filter((at) => between(at, now) < ms).length;
  return within(hourMs) >= budget.hour || within(dayMs) >= budget.day ? 'over_budget' : null;
}
