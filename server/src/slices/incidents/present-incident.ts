import type { Incident, TouchedCustomer } from '@baton/contract';
import type { IncidentRow } from './store/incidents.ts';
import type { TouchedRow } from './store/touched.ts';

/** An incident as the API shows it. */
export function presentIncident(row: IncidentRow): Incident {
  return {
    id: row.id,
    number: row.number,
    agent: { id: row.agent_id, name: row.agent_name },
    locked: row.locked,
    owner: { id: row.owner_id, name: row.owner_name },
    state: row.state,
    reason: row.reason,
    from: row.window_from.toISOString(),
    to: row.window_to.toISOString(),
    openedAt: row.opened_at.toISOString(),
    openedBy: row.opened_by === null ? null : { id: row.opened_by, name: row.opener_name ?? '' },
    sessionsEnded: row.sessions_ended,
    keysRevoked: row.keys_revoked,
    casesMoved: row.cases_moved,
    renewedAllAt: row.renewed_all_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    notices: { prepared: row.prepared, sent: row.sent, failed: row.failed },
    version: row.version,
  };
}

/** A customer whose data were seen, and what they are told of it. */
export function presentTouched(row: TouchedRow): TouchedCustomer {
  return {
    customer: { id: row.customer_id, name: row.name },
    kinds: row.kinds,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    looks: row.looks,
    notice: row.state && {
      state: row.state,
      language: row.language as NonNullable<TouchedCustomer['notice']>['language'],
      subject: row.subject ?? '',
      text: row.text ?? '',
      sentAt: row.sent_at?.toISOString() ?? null,
      case: row.case_id === null ? null : { id: row.case_id, name: row.case_name ?? '' },
      trouble: row.trouble,
    },
  };
}
