import { z } from 'zod';
import { duration } from './common.ts';
import type { NoticeKind } from './notices.ts';

/** What agents choose about, in the order in which it is shown. */
export const noticeGroups = [
  'hands',
  'customer',
  'warnings',
  'lapses',
  'delivery',
  'tasks',
  'mentions',
  'lead',
  'load',
  'progress',
  'rules',
  'house',
] as const;
const noticeGroup = z.enum(noticeGroups);
export type NoticeGroup = (typeof noticeGroups)[number];

/** To which choice each kind belongs; what is about one's sign-in is told by every way. */
export const groupOfKind: Record<NoticeKind, NoticeGroup | 'security'> = {
  case_came: 'hands',
  case_reopened: 'hands',
  case_unmerged: 'hands',
  customer_wrote: 'customer',
  case_warned: 'warnings',
  deadline_near: 'warnings',
  case_lapsed: 'lapses',
  first_reply_missed: 'lapses',
  deadline_missed: 'lapses',
  accountability: 'lapses',
  delivery_failed: 'delivery',
  mail_complained: 'delivery',
  answer_set_aside: 'delivery',
  task_asked: 'tasks',
  task_refused: 'tasks',
  task_returned: 'tasks',
  task_overdue: 'tasks',
  mentioned: 'mentions',
  untaken: 'lead',
  high_stakes: 'lead',
  team_full: 'load',
  owner_absent: 'load',
  ping_pong: 'load',
  postponed: 'load',
  case_confirmed: 'progress',
  case_merged: 'progress',
  case_absorbed: 'progress',
  task_done: 'progress',
  task_withdrawn: 'progress',
  rule_told: 'rules',
  breaker_opened: 'house',
  mail_account_off: 'house',
  mail_held_waiting: 'house',
  channel_silent: 'house',
  unusual_access: 'house',
  new_device: 'security',
  sign_in_failures: 'security',
};

/** How agents are told: a sign in the desk, a mail, a push to their devices. */
export const noticeWays = ['desk', 'mail', 'push'] as const;
export type NoticeWay = (typeof noticeWays)[number];

const ways = z.object({ desk: z.boolean(), mail: z.boolean(), push: z.boolean() });

/** What may be told by which way, when, and how long it is gathered. */
export const noticeChoices = z.object({
  groups: z.record(noticeGroup, ways),
  /** Mail and push wait until one is at work, but for what presses. */
  onlyAtWork: z.boolean(),
  /** For how long mail is gathered, from a minute to a day; what presses waits a minute. */
  gather: duration,
});
export type NoticeChoices = z.infer<typeof noticeChoices>;

/** `GET /api/notice-choices`: what holds for you, what you chose of it, what the company has. */
export const ownNoticeChoices = z.object({
  holds: noticeChoices,
  /** Only what you chose yourself; null: as the company has it. */
  own: z.object({
    groups: z.partialRecord(noticeGroup, ways.partial()),
    onlyAtWork: z.boolean().nullable(),
    gather: duration.nullable(),
  }),
  company: noticeChoices,
});
export type OwnNoticeChoices = z.infer<typeof ownNoticeChoices>;

const waysChange = z
  .strictObject({
    desk: z.boolean().nullable(),
    mail: z.boolean().nullable(),
    push: z.boolean().nullable(),
  })
  .partial();

/** `PATCH /api/notice-choices`: what you choose; null: from now on as the company has it. */
export const noticeChoicesChange = z
  .strictObject({
    groups: z.partialRecord(noticeGroup, waysChange),
    onlyAtWork: z.boolean().nullable(),
    gather: duration.nullable(),
  })
  .partial();
export type NoticeChoicesChange = z.infer<typeof noticeChoicesChange>;

/** `GET /api/notice-defaults`: what holds for who has not chosen. */
export const noticeDefaults = noticeChoices.extend({
  /** After so many days it is forgotten who was told what; 30 to 3650. */
  keepDays: z.number().int(),
});
export type NoticeDefaults = z.infer<typeof noticeDefaults>;

/** `PATCH /api/notice-defaults`; null: as Baton begins. */
export const noticeDefaultsChange = noticeChoicesChange.extend({
  keepDays: z.number().int().min(30).max(3650).optional(),
});
export type NoticeDefaultsChange = z.infer<typeof noticeDefaultsChange>;
