import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { IdentityKind } from '../rules/identity.ts';

export type Identity = { kind: IdentityKind; value: string; shown: string; place: number };
export type IdentityRow = Identity & { id: string };

/**
 * Gives a customer an identity. Two who give the same one at once wait for each other.
 * @returns false when it belongs to a customer already
 */
export async function insertIdentity(
  tx: Tx,
  customerId: string,
  identity: Identity,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('baton.identities')
    .values({ id: newId(), customer_id: customerId, ...identity })
    .onConflict((on) => on.columns(['kind', 'value']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The identities of a customer in their order. */
export async function identitiesOf(db: Db | Tx, customerId: string): Promise<IdentityRow[]> {
  const rows = await db
    .selectFrom('baton.identities')
    .select(['id', 'kind', 'value', 'shown', 'place'])
    .where('customer_id', '=', customerId)
    .orderBy('place')
    .orderBy(sql`value collate "C"`)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as IdentityKind }));
}

/** Writes an identity anew; another value is verified by nobody yet. */
export async function updateIdentity(tx: Tx, identity: IdentityRow): Promise<void> {
  const { id, value, shown, place } = identity;
  await sql`
    update baton.identities set value = ${value}, shown = ${shown}, place = ${place},
      verified_at = case when value = ${value} then verified_at end,
      verified_by = case when value = ${value} then verified_by end
    where id = ${id}`.execute(tx);
}

export async function setVerified(
  tx: Tx,
  id: string,
  verified: { at: Date; by: string | null } | null,
): Promise<void> {
  await tx
    .updateTable('baton.identities')
    .set({ verified_at: verified?.at ?? null, verified_by: verified?.by ?? null })
    .where('id', '=', id)
    .execute();
}

export async function deleteIdentities(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('baton.identities').where('id', 'in', ids).execute();
}

/**
 * The customer to whom an identity belongs, who keeps it until the end of the transaction: whoever
 * makes this customer another's waits, or has done so before.
 */
export async function holdIdentity(
  tx: Tx,
  kind: IdentityKind,
  value: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('baton.identities')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .forShare()
    .executeTakeFirst();
  return row?.customer_id ?? null;
}
