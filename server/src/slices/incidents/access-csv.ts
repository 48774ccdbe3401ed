import type { Db } from '../../platform/context.ts';
import { csv, csvRows } from '@baton/contract';
import { presentAccess } from './present.ts';
import { type AccessFilter, accessLog, type AccessRow } from './store/access-log.ts';

const heading = [
  'at',
  'who',
  'who_id',
  'kind',
  'about',
  'about_id',
  'list',
  'shown',
  'reason',
  'address',
];
/** Read and sent in parts, since a log may be long. */
const rowsAtOnce = 1000;

/** The access log as a table for spreadsheets, part by part, the latest first. */
export async function* accessCsv(db: Db, filter: AccessFilter): AsyncGenerator<string> {
  yield csv(heading, []);
  let last: AccessRow | undefined;
  do {
    const after = last && ([last.exactly, last.tie] as const);
    const rows = await accessLog(db, filter, after, rowsAtOnce);
    yield csvRows(rows.slice(0, rowsAtOnce).map(lineOf));
    last = rows.length > rowsAtOnce ? rows[rowsAtOnce - 1] : undefined;
  } while (last);
}

function lineOf(row: AccessRow) {
  const { at, actor, kind, subject, list, reason, address } = presentAccess(row);
  return [
    ...[at, actor.name ?? actor.kind, actor.id ?? '', kind],
    ...[subject?.name ?? '', subject?.id ?? ''],
    ...[list ? `${list.name}${list.exported ? ' (export)' : ''}` : '', list?.shown ?? ''],
    ...[reason ?? '', address ?? ''],
  ];
}
