import type { Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { IdentityKind } from '../rules/identity.ts';

export type Identity = { kind: IdentityKind; value: string; shown: string; place: number };

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

export async function deleteIdentities(tx: Tx, customerId: string): Promise<void> {
  await tx.deleteFrom('baton.identities').where('customer_id', '=', customerId).execute();
}
