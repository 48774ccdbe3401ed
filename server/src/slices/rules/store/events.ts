import type { Db, Tx } from '../../../platform/context.ts';
import { type CaseEvent, eventOf } from '../../cases/index.ts';

/** One event of a case. */
export async function eventAt(db: Db | Tx, caseId: string, seq: number): Promise<CaseEvent | null> {
  const row = await db
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row ? eventOf(row) : null;
}

/** All events of some cases, oldest first, by case. */
export async function historiesOf(
  db: Db | Tx,
  caseIds: string[],
): Promise<Map<string, CaseEvent[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', 'in', caseIds)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  return Map.groupBy(rows.map(eventOf), ({ caseId }) => caseId);
}
