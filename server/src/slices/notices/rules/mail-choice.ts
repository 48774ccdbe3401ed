import type { MailNotices, NoticeKind } from '@baton/contract';
import { dayMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';

/** Why a notice is not told by mail. */
export type SuppressedNotice =
  | 'seen'
  | 'not_wanted'
  | 'not_important'
  | 'too_old'
  | 'inactive'
  | 'no_address'
  | 'own_address'
  | 'no_relay'
  | 'out_of_sight';

/** What an agent should hear of though they are not at the desk. */
const important: ReadonlySet<string> = new Set<NoticeKind>([
  'case_came',
  'case_warned',
  'case_lapsed',
  'accountability',
  'delivery_failed',
  'first_reply_missed',
  'case_unmerged',
  'untaken',
  'case_reopened',
  'task_asked',
  'task_refused',
  'task_returned',
  'task_overdue',
  'mail_complained',
  'breaker_opened',
  'mail_account_off',
  'mail_held_waiting',
  'channel_silent',
  'unusual_access',
  'deadline_near',
  'deadline_missed',
  'high_stakes',
  'rule_told',
]);

/**
 * What is about the sign-in itself goes by mail though it was seen, and whatever was chosen: a thief
 * at the desk must not be able to keep it from whom they play.
 */
const always: ReadonlySet<string> = new Set<NoticeKind>(['new_device', 'sign_in_failures']);

/** A notice that could not be told for so long, though it might, is history: the desk still shows it. */
export const tellWithinMs = 2 * dayMs;

/** Why a notice is not told by mail to an agent who chose so; null when it is. */
export function mailChoice(
  notice: { kind: string; at: Date; seenAt: Date | null; mailFrom?: Date | null },
  agent: { active: boolean; mailNotices: MailNotices },
  now: Date,
): SuppressedNotice | null {
  const isAlways = always.has(notice.kind);
  if (notice.seenAt && !isAlways) return 'seen';
  if (!agent.active) return 'inactive';
  if (!isAlways) {
    if (agent.mailNotices === 'none') return 'not_wanted';
    if (agent.mailNotices === 'important' && !important.has(notice.kind)) return 'not_important';
  }
  return between(notice.mailFrom ?? notice.at, now) > tellWithinMs ? 'too_old' : null;
}
