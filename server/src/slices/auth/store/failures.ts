import type { Db, Tx } from '../../../platform/context.ts';

export type Failures = { count: number; lastAt: Date };

/** The failures under a key, locked until the transaction ends; a first one is begun with none. */
export async function lockFailures(tx: Tx, key: string, now: Date): Promise<Failures> {
  return tx
    .insertInto('baton.sign_in_failures')
    .values({ key, count: 0, last_at: now })
    .onConflict((on) => on.column('key').doUpdateSet({ key }))
    .returning(['count', 'last_at as lastAt'])
    .executeTakeFirstOrThrow();
}

export async function setFailures(tx: Tx, key: string, failures: Failures): Promise<void> {
  await tx
    .updateTable('baton.sign_in_failures')
    .set({ count: failures.count, last_at: failures.lastAt })
    .where('key', '=', key)
    .execute();
}

export async function deleteFailures(db: Db, key: string): Promise<void> {
  await db.deleteFrom('baton.sign_in_failures').where('key', '=', key).execute();
}

/** Forgets failures that count no more; run daily. */
export async function forgetFailures(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('baton.sign_in_failures').where('last_at', '<', before).execute();
}
