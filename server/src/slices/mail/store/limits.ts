import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { type Limits, usualLimits } from '../rules/limits.ts';

const key = 'mail.limits';

/** How much mail is too much, as set; else as usual. */
export async function readLimits(db: Db | Tx): Promise<Limits> {
  const row = await db
    .selectFrom('baton.settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return limitsOf(row?.value);
}

/** Limits from their stored form, which may be missing. */
export function limitsOf(value: unknown): Limits {
  return (value as Limits | null | undefined) ?? usualLimits;
}

/** The stored form of the limits, as a part of another query. */
export const storedLimits = sql`(select value from baton.settings where key = ${key})`;

export async function writeLimits(tx: Tx, limits: Limits): Promise<void> {
  await sql`
    insert into baton.settings (key, value) values (${key}, ${JSON.stringify(limits)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx);
}
