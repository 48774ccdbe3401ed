import type { Db } from '../../platform/context.ts';
import { csv, csvRows } from '@baton/contract';
import { presentAudit } from './present-audit.ts';
import { type AuditFilter, type AuditRow, settingsAudit } from './store/settings-audit.ts';

const heading = ['at', 'who', 'who_id', 'kind', 'which', 'act', 'field', 'from', 'to', 'address'];
/** Read and sent in parts. */
const rowsAtOnce = 500;

/** Changes of settings as a table for spreadsheets, a line for each field, the latest first. */
export async function* auditCsv(db: Db, filter: AuditFilter): AsyncGenerator<string> {
  yield csv(heading, []);
  let last: AuditRow | undefined;
  do {
    const rows = await settingsAudit(db, filter, last?.seq, rowsAtOnce);
    yield csvRows(rows.slice(0, rowsAtOnce).flatMap(linesOf));
    last = rows.length > rowsAtOnce ? rows[rowsAtOnce - 1] : undefined;
  } while (last);
}

function linesOf(row: AuditRow) {
  const { at, actor, kind, subject, act, changes, address } = presentAudit(row);
  return changes.map(({ field, from, to, secret }) => [
    ...[at, actor.name ?? actor.kind, actor.id ?? ''],
    ...[kind, subject.name ?? subject.id ?? '', act, field],
    ...(secret ? ['', '(changed)'] : [written(from), written(to)]),
    address ?? '',
  ]);
}

function written(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
