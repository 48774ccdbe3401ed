import type { Notice } from '@baton/contract';
import type { NoticeRow } from './store/notices.ts';

/** A notice as the API shows it; `about` is its case where the agent may see that. */
export function presentNotice(row: NoticeRow, about: Notice['case']): Notice {
  return {
    id: row.id,
    kind: row.kind,
    case: about && {
      id: about.id,
      number: about.number,
      subject: about.subject,
      customer: about.customer,
    },
    data: row.data as Record<string, unknown>,
    at: row.at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
    mail: {
      state: row.mail_state as Notice['mail']['state'],
      reason: row.mail_reason,
      at: row.mail_at?.toISOString() ?? null,
    },
  };
}
