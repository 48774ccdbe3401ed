import type { Db, Tx } from '../../../platform/context.ts';

export type ReferenceRow = {
  id: string;
  customerId: string;
  kind: string;
  label: string | null;
  sealed: string;
  ending: string;
};

export async function insertReference(
  tx: Tx,
  { customerId, ...row }: ReferenceRow,
  made: { at: Date; by: string | null },
): Promise<void> {
  await tx
    .insertInto('baton.customer_references')
    .values({ ...row, customer_id: customerId, created_at: made.at, created_by: made.by })
    .execute();
}

/** One number of a customer, sealed. */
export async function referenceOf(
  db: Db | Tx,
  customerId: string,
  id: string,
): Promise<ReferenceRow | null> {
  const row = await references(db)
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row ?? null;
}

/** So many of all numbers, in the order of their ids, after the one with `after`. */
export async function someReferences(
  db: Db,
  after: string | null,
  limit: number,
): Promise<ReferenceRow[]> {
  const query = references(db).orderBy('id').limit(limit);
  return (after === null ? query : query.where('id', '>', after)).execute();
}

function references(db: Db | Tx) {
  return db
    .selectFrom('baton.customer_references')
    .select(['id', 'customer_id as customerId', 'kind', 'label', 'sealed', 'ending']);
}

/** Seals one anew, unless somebody did so meanwhile. */
export async function replaceSeal(db: Db, row: ReferenceRow, sealed: string): Promise<void> {
  await db
    .updateTable('baton.customer_references')
    .set({ sealed })
    .where('id', '=', row.id)
    .where('sealed', '=', row.sealed)
    .execute();
}

/** @returns whether there was one */
export async function deleteReference(tx: Tx, customerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.customer_references')
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
