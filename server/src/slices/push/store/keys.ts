import type { Db, Tx } from '../../../platform/context.ts';

export type KeyRow = { id: string; publicKey: string; sealed: string };

/** The pair of keys for which browsers let us push from now on; null: none was made yet. */
export async function currentKey(db: Db | Tx): Promise<KeyRow | null> {
  const row = await keys(db).where('current', '=', true).executeTakeFirst();
  return row ?? null;
}

export async function allKeys(db: Db | Tx): Promise<KeyRow[]> {
  return keys(db).execute();
}

function keys(db: Db | Tx) {
  return db.selectFrom('baton.push_keys').select(['id', 'public_key as publicKey', 'sealed']);
}

/** Keeps a pair of keys as the current one, unless another server was faster. */
export async function insertKey(tx: Tx, key: KeyRow, now: Date): Promise<void> {
  await tx
    .insertInto('baton.push_keys')
    .values({
      id: key.id,
      public_key: key.publicKey,
      sealed: key.sealed,
      current: true,
      created_at: now,
    })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Browsers are no longer asked to let this pair push; those that did so are still told by it. */
export async function retireKey(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('baton.push_keys').set({ current: false }).where('id', '=', id).execute();
}

/** A pair that is not current and by which no device is told is worth nothing. */
export async function forgetUnusedKeys(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('baton.push_keys')
    .where('current', '=', false)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('baton.push_devices as d')
            .select('d.id')
            .whereRef('d.key_id', '=', 'baton.push_keys.id'),
        ),
      ),
    )
    .execute();
}

/** Keeps the key sealed anew, unless it was meanwhile. */
export async function sealKeyAgain(
  db: Db,
  id: string,
  before: string,
  sealed: string,
): Promise<void> {
  await db
    .updateTable('baton.push_keys')
    .set({ sealed })
    .where('id', '=', id)
    .where('sealed', '=', before)
    .execute();
}
