import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type DemoWork = { task: string; payload: Record<string, unknown> };

/** Takes the work that was recorded about a case, or about a letter. */
export async function takeWork(db: Db, about: string): Promise<DemoWork[]> {
  const { rows } = await sql<DemoWork>`
    delete from baton.work w where w.payload ->> 'caseId' = ${about}
      or w.payload ->> 'inboundId' = ${about}
      or exists (select from baton.messages m
        where m.id::text = w.payload ->> 'messageId' and m.case_id::text = ${about})
    returning task, payload`.execute(db);
  return rows;
}

/** Takes all work that is there. */
export async function takeAllWork(db: Db): Promise<DemoWork[]> {
  const { rows } = await sql<DemoWork>`
    delete from baton.work returning task, payload`.execute(db);
  return rows;
}
