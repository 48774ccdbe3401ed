import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** A trial looks at so many cases at most, the newest first. */
export const mostTried = 20_000;

/**
 * Up to `limit` cases on which something happened since an instant, the newest first, among those
 * below a number; how many were looked through, and the number of the last.
 */
export async function casesToTry(
  db: Db,
  scope: RawBuilder<boolean>,
  { below, since, limit }: { below: number | null; since: Date; limit: number },
): Promise<{ ids: string[]; looked: number; last: number | null }> {
  const { rows } = await sql<{ id: string; number: number; moved: boolean }>`
    select p.id, p.number, exists (
      select from baton.case_events e where e.case_id = p.id and e.seq = p.version and e.at >= ${since}
    ) as moved
    from (
      select c.id, c.number, c.version from baton.cases c
      where ${below === null ? sql`true` : sql`c.number < ${below}`} and ${scope}
      order by c.number desc limit ${sql.lit(limit)}) p
    order by p.number desc`.execute(db);
  return {
    ids: rows.filter(({ moved }) => moved).map(({ id }) => id),
    looked: rows.length,
    last: rows.length === limit ? rows.at(-1)!.number : null,
  };
}

/** How many cases a trial looks through in all. */
export async function countToTry(db: Db, scope: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from baton.cases c where ${scope} limit ${sql.lit(mostTried)}) looked`.execute(db);
  return rows[0]!.count;
}
