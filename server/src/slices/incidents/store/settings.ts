import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** For how many months it is kept who saw what. */
export async function monthsKept(db: Db | Tx): Promise<number> {
  const { months } = await db
    .selectFrom('baton.access_log_settings')
    .select('months')
    .executeTakeFirstOrThrow();
  return months;
}

export async function keepMonths(tx: Tx, months: number): Promise<void> {
  await tx.updateTable('baton.access_log_settings').set({ months }).execute();
}

/** Drops the months that ended longer ago than the log is kept. */
export async function forgetAccessLog(db: Db, now: Date): Promise<void> {
  await sql`select baton.forget_access_log(${now})`.execute(db);
}
