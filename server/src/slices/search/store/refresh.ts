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

/** Writes so many cases whose words a migration reads otherwise; returns how many there were. */
export async function refreshAgain(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    with taken as (
      delete from baton.search_again where case_id in (
        select case_id from baton.search_again limit ${limit} for update skip locked)
      returning case_id)
    select baton.search_rebuild(case_id) from taken`.execute(db);
  return rows.length;
}

/**
 * Writes so many cases that were there before the index, the latest first, below a number.
 * @returns the number below which there may be more; null: there are none
 */
export async function fillCases(
  db: Db,
  limit: number,
  below: number | null,
): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`
    select c.number, baton.search_rebuild(c.id) from (
      select c.id, c.number from baton.cases c
      where not exists (select from baton.search_documents d where d.case_id = c.id)
        ${below === null ? sql`` : sql`and c.number < ${below}`}
      order by c.number desc limit ${limit}) c`.execute(db);
  return rows.length < limit ? null : Math.min(...rows.map(({ number }) => number));
}

/** The same for customers, in the order of their ids. */
export async function fillCustomers(
  db: Db,
  limit: number,
  after: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id, baton.search_customer_fill(c.id) from (
      select c.id from baton.customers c
      where not exists (select from baton.search_customers s where s.customer_id = c.id)
        ${after === null ? sql`` : sql`and c.id > ${after}`}
      order by c.id limit ${limit}) c order by c.id`.execute(db);
  return rows.length < limit ? null : rows.at(-1)!.id;
}
