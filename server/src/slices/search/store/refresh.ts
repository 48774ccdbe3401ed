import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Writes so many cases that are to be written anew; returns how many there were. */
export async function refreshStale(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    select baton.search_rebuild(case_id) from (
      select distinct case_id from baton.search_documents where stale limit ${limit}) s`.execute(
    db,
  );
  return rows.length;
}

/** Writes so many cases that were there before the index; returns how many there were. */
export async function fillCases(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    select baton.search_rebuild(c.id) from (
      select c.id from baton.cases c
      where not exists (select from baton.search_documents d where d.case_id = c.id)
      order by c.number desc limit ${limit}) c`.execute(db);
  return rows.length;
}

/** The same for customers. */
export async function fillCustomers(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    select baton.search_customer_fill(c.id) from (
      select c.id from baton.customers c
      where not exists (select from baton.search_customers s where s.customer_id = c.id)
      limit ${limit}) c`.execute(db);
  return rows.length;
}
