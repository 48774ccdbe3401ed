import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** Whoever is told when something is wrong with the mail as a whole: active administrators. */
export async function administrators(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from baton.agents where active and locked_at is null and role = 'admin' order by id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
