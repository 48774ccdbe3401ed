import type { Db, Tx } from '../../../platform/context.ts';
import type { CaseEvent } from '../events.ts';
import { eventOf } from './event-rows.ts';

/** The events by which a case came where it is, oldest first. */
export async function sendingEvents(db: Db | Tx, caseId: string): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['opened', 'handed_over', 'topic_set'])
    .orderBy('seq')
    .execute();
  return rows.map(eventOf);
}
