import type { Db, Tx } from '../../../platform/context.ts';

export type DkimKeyRow = {
  domain: string;
  selector: string;
  publicKey: string;
  privateKeySealed: string;
  createdAt: Date;
};

/** The keys that sign, by domain; a house has few. */
export async function listDkimKeys(db: Db | Tx): Promise<DkimKeyRow[]> {
  return keys(db).orderBy('domain').execute();
}

export async function dkimKeyOf(db: Db | Tx, domain: string): Promise<DkimKeyRow | null> {
  return (await keys(db).where('domain', '=', domain.toLowerCase()).executeTakeFirst()) ?? null;
}

function keys(db: Db | Tx) {
  return db
    .selectFrom('baton.dkim_keys')
    .select(['domain', 'selector', 'public_key as publicKey', 'created_at as createdAt'])
    .select('private_key_sealed as privateKeySealed');
}

export async function insertDkimKey(tx: Tx, row: DkimKeyRow): Promise<void> {
  await tx
    .insertInto('baton.dkim_keys')
    .values({
      domain: row.domain,
      selector: row.selector,
      public_key: row.publicKey,
      private_key_sealed: row.privateKeySealed,
      created_at: row.createdAt,
    })
    .execute();
}

/** @returns whether there was one */
export async function deleteDkimKey(tx: Tx, domain: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.dkim_keys')
    .where('domain', '=', domain)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The same key under another seal. */
export async function replaceDkimSeal(db: Db, before: DkimKeyRow, sealed: string): Promise<void> {
  await db
    .updateTable('baton.dkim_keys')
    .set({ private_key_sealed: sealed })
    .where('domain', '=', before.domain)
    .where('private_key_sealed', '=', before.privateKeySealed)
    .execute();
}
