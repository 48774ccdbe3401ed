import type { AccessEntry } from '@baton/contract';
import type { AccessRow } from './store/access-log.ts';

/** A row of the access log as the API shows it. */
export function presentAccess(row: AccessRow): AccessEntry {
  return {
    at: row.at.toISOString(),
    actor: {
      kind: row.actor_kind as AccessEntry['actor']['kind'],
      id: row.actor_id,
      name: row.actor_name,
    },
    kind: row.kind as AccessEntry['kind'],
    subject: row.subject_id ? { id: row.subject_id, name: row.subject_name } : null,
    list: row.detail?.list
      ? {
          name: row.detail.list,
          shown: row.detail.ids?.length ?? 0,
          exported: row.detail.exported === true,
        }
      : null,
    reason: row.detail?.reason ?? null,
    address: row.address,
  };
}
