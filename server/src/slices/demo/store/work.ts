import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';

export type DemoWork = { task: string; payload: Record<string, unknown> };

/** Takes the work that was recorded about a case, or about a letter. */
export async function takeWork(db: Db, about: string): Promise<DemoWork[]> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<DemoWork>`
      delete from baton.work w where w.payload ->> 'caseId' = ${about}
        or w.payload ->> 'inboundId' = ${about}
        or (w.payload ->> 'messageId')::uuid in (
          select m.id from baton.messages m where m.case_id = ${about}::uuid)
      returning task, payload`.execute(tx);
    return rows;
  });
}

/** Takes all work that is there. */
export async function takeAllWork(db: Db): Promise<DemoWork[]> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<DemoWork>`
      delete from baton.work returning task, payload`.execute(tx);
    return rows;
  });
}
