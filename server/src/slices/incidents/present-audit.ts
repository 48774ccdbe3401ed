import type { AuditEntry } from '@baton/contract';
import { actBetween, changesBetween, nameIn } from './rules/changes.ts';
import type { AuditRow } from './store/settings-audit.ts';

/** A change of a setting as the API shows it. */
export function presentAudit(row: AuditRow): AuditEntry {
  const { before, after } = row;
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: {
      kind: row.actor_kind as AuditEntry['actor']['kind'],
      id: row.actor_id,
      name: row.actor_name,
    },
    kind: row.kind,
    subject: { id: row.subject, name: row.subject_name ?? nameIn(after) ?? nameIn(before) },
    act: actBetween(before, after),
    changes: changesBetween(before, after),
    address: row.address,
  };
}
