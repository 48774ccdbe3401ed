import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type IdentityKind, normalised } from '../rules/identity.ts';
import type { CustomerFields } from '../rules/record.ts';
import { deleteCustomer } from '../store/customers.ts';
import { deleteIdentities, identitiesOf, insertIdentity } from '../store/identities.ts';
import { moveMoods } from '../store/moods.ts';
import { updateRecord } from '../store/record.ts';
import { lockForChange, noteChanges } from './note-changes.ts';

/**
 * What a customer said of how to reach them is kept, after what is known already; what belongs to
 * somebody else, or says nothing, is not.
 */
export async function offerIdentity(
  ctx: Ctx,
  customerId: string,
  { kind, value: shown }: { kind: IdentityKind; value: string },
): Promise<void> {
  const value = normalised(kind, shown);
  if (value === null) return;
  const known = await identitiesOf(ctx.tx, customerId);
  const place = Math.max(-1, ...known.map((one) => one.place)) + 1;
  const identity = { kind, value, shown: shown.trim(), place };
  if (!(await insertIdentity(ctx.tx, customerId, identity))) return;
  await noteChanges(ctx, customerId, [{ field: kind, from: null, to: identity.shown }]);
}

type Spelled = Pick<CustomerFields, 'name' | 'spelling' | 'formOfAddress' | 'language'>;

/** Somebody new is still being written down: nothing was known before, so nothing is a change. */
export async function mendCustomer(ctx: Ctx, id: string, fields: Spelled): Promise<void> {
  const { version: _, mergedInto: __, ...before } = await lockForChange(ctx, id, null);
  await updateRecord(ctx.tx, withChanges<CustomerFields>(before, fields));
}

/**
 * A customer who was written down a moment ago turned out to be another one: of no case. How they
 * seemed is kept.
 */
export async function takeBackCustomer(
  ctx: Ctx,
  customerId: string,
  another: string,
): Promise<void> {
  await moveMoods(ctx.tx, customerId, another);
  const own = await identitiesOf(ctx.tx, customerId);
  await deleteIdentities(
    ctx.tx,
    own.map(({ id }) => id),
  );
  await deleteCustomer(ctx.tx, customerId);
}
