/** What an agent can be told about; each has words of its own. */
export const noticeKinds = [
  'case_came',
  'case_warned',
  'case_lapsed',
  'team_full',
  'first_reply_missed',
  'customer_wrote',
  'delivery_failed',
  'accountability',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
