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
