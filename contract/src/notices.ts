import { z } from 'zod';
import { id, instant, page } from './common.ts';

/** What an agent can be told about; each has words of its own. */
export const noticeKinds = [
  'case_came',
  'case_warned',
  'case_lapsed',
  'team_full',
  'owner_absent',
  'first_reply_missed',
  'customer_wrote',
  'delivery_failed',
  'accountability',
  'untaken',
  'ping_pong',
  'case_reopened',
  'case_confirmed',
  'task_asked',
  'task_done',
  'task_refused',
  'task_withdrawn',
  'task_returned',
  'task_overdue',
  'mentioned',
  'answer_set_aside',
  'mail_complained',
  'breaker_opened',
  'mail_account_off',
  'mail_held_waiting',
  'channel_silent',
  'unusual_access',
  'deadline_near',
  'deadline_missed',
  'high_stakes',
  'postponed',
  'case_merged',
  'case_absorbed',
  'case_unmerged',
  'rule_told',
  'new_device',
  'sign_in_failures',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that one agent was told, and what became of telling it by mail. */
export const notice = z.object({
  id,
  kind: z.string(),
  /** The case it is about, where the agent may see it. */
  case: z
    .object({ id, number: z.number().int(), subject: z.string(), customer: z.string() })
    .nullable(),
  /** Ids, codes and instants that the words need; depends on `kind`. */
  data: z.record(z.string(), z.unknown()),
  at: instant,
  seenAt: instant.nullable(),
  mail: z.object({
    state: z.enum(['queued', 'sent', 'refused', 'suppressed']),
    /** Why there was no mail, as a code; or the relay's last words. */
    reason: z.string().nullable(),
    at: instant.nullable(),
  }),
});
export type Notice = z.infer<typeof notice>;
export const noticePage = page(notice);

/** `GET /api/notices`: what you were told, the newest first. */
export const noticeQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  /** `true`: only what you have not seen yet. */
  unseen: z.enum(['true', 'false']).default('false'),
});

/** `POST /api/notices/seen`: these, or those about a case; without either all of them. */
export const noticesSeen = z.strictObject({ ids: z.array(id).min(1).max(200), case: id }).partial();

/** How many you have not seen yet: `GET /api/notices/unseen`. */
export const unseenNotices = z.object({ count: z.number().int() });
