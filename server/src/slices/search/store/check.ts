import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Cases that are not in the index through the last message that somebody wrote. */
export async function incompleteCases(db: Db): Promise<{ caseId: string }[]> {
  const { rows } = await sql<{ caseId: string }>`
    select c.id as "caseId" from baton.cases c
    where coalesce((select max(d.last_seq) from baton.search_documents d where d.case_id = c.id), -1)
      <> coalesce((select max(m.seq) from baton.messages m
        where m.case_id = c.id and m.author_kind <> 'baton'), 0)`.execute(db);
  return rows;
}

/** How many customers are not in the index. */
export async function missingCustomers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from baton.customers c
    where not exists (select from baton.search_customers s where s.customer_id = c.id)`.execute(db);
  return rows[0]!.count;
}

/** How many of the triggers that keep the index are not in force. */
export async function idleTriggers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_trigger
    where starts_with(tgname, 'search_') and not tgisinternal and tgenabled not in ('O', 'A')`.execute(
    db,
  );
  return rows[0]!.count;
}
