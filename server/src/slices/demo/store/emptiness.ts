import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Under this key stands that a demo is being made, or was. */
const key = 'demo';

/** What there is already: nothing, a company that nobody has used yet, a demo half made, more. */
export async function whatIsThere(db: Db): Promise<'empty' | 'unfinished' | 'used'> {
  const note = await db
    .selectFrom('baton.settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  if ((note?.value as { made?: boolean } | undefined)?.made === false) return 'unfinished';
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from baton.customers) or exists (select from baton.cases)
      or exists (select from baton.inbound) or exists (select from baton.topics)
      or (select count(*) from baton.agents) > 1
      or (select count(*) from baton.channels) > 1 as used`.execute(db);
  return rows[0]!.used ? 'used' : 'empty';
}

/** Notes that a demo is being made, or that it is complete. */
export async function noteDemo(db: Db, made: boolean): Promise<void> {
  const value = JSON.stringify({ made });
  await db
    .insertInto('baton.settings')
    .values({ key, value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute();
}
