import type { Db } from '../../../platform/context.ts';
import type { CaseEvent } from '../events.ts';
import { eventOf } from './event-rows.ts';

/** All events of some cases, oldest first, by case. */
export async function historiesOf(db: Db, caseIds: string[]): Promise<Map<string, CaseEvent[]>> {
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
