import { type RawBuilder, sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '../src/platform/context.ts';

/** Lets all acts come to where they wait for what is held, and then go on at once. */
export async function meet<Answer>(
  db: Db,
  hold: RawBuilder<unknown>,
  acts: (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const holding = await db.startTransaction().execute();
  await hold.execute(holding);
  const done = Promise.all(acts.map((act) => act()));
  const waiting = async () => {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length;
  };
  await expect.poll(waiting, { timeout: 20_000 }).toBe(acts.length);
  await holding.rollback().execute();
  return done;
}
