import { newIdentity, type identityChange } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { refusalOfIssue } from '../../../platform/field-faults.ts';
import { invalidField, notFound } from '../../../platform/refusals.ts';
import type { FieldChange } from '../rules/record.ts';
import { customerWithIdentity } from '../store/customers.ts';
import {
  deleteIdentities,
  identitiesOf,
  type IdentityRow,
  setVerified,
  updateIdentity,
} from '../store/identities.ts';
import { lockForChange, noteChanges } from './note-changes.ts';
import { belongsToOther, comparable, giveIdentity } from './put-identities.ts';

/** Gives a customer one more identity. @throws Problem not_found, already_exists, invalid_request */
export async function addIdentity(
  ctx: Ctx,
  customerId: string,
  given: z.output<typeof newIdentity>,
): Promise<void> {
  await lockForChange(ctx, customerId);
  const before = await identitiesOf(ctx.tx, customerId);
  const place = Math.max(-1, ...before.map((one) => one.place)) + 1;
  const identity = comparable(given, place, 'value');
  if (!(await giveIdentity(ctx, customerId, identity, 'value'))) return;
  await noteChanges(ctx, customerId, [{ field: given.kind, from: null, to: identity.shown }]);
}

/**
 * Puts an identity right, or says that somebody made sure that it is the customer's.
 * @throws Problem not_found, already_exists, invalid_request
 */
export async function changeIdentity(
  ctx: Ctx,
  customerId: string,
  id: string,
  { value, verified }: z.output<typeof identityChange>,
): Promise<void> {
  await lockForChange(ctx, customerId);
  const before = await identityOf(ctx, customerId, id);
  const changes: FieldChange[] = [];
  if (value !== undefined) changes.push(...(await correct(ctx, before, value)));
  if (verified !== undefined) {
    const by = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
    await setVerified(ctx.tx, id, verified ? { at: ctx.now, by } : null);
    const told = `${value ?? before.shown} ✓`;
    changes.push({ field: before.kind, from: verified ? null : told, to: verified ? told : null });
  }
  await noteChanges(ctx, customerId, changes);
}

async function correct(ctx: Ctx, before: IdentityRow, value: string): Promise<FieldChange[]> {
  const given = newIdentity.safeParse({ kind: before.kind, value });
  if (!given.success) {
    throw invalidField({
      ...refusalOfIssue(given.error.issues[0]!, { kind: before.kind, value }),
      path: 'value',
    });
  }
  const after = comparable(given.data, before.place, 'value');
  const owner = await customerWithIdentity(ctx.tx, after.kind, after.value);
  if (owner && after.value !== before.value) {
    throw belongsToOther('value', owner);
  }
  await updateIdentity(ctx.tx, { ...after, id: before.id });
  const same = before.shown === after.shown;
  return same ? [] : [{ field: before.kind, from: before.shown, to: after.shown }];
}

/** Takes an identity away from a customer. @throws Problem not_found */
export async function removeIdentity(ctx: Ctx, customerId: string, id: string): Promise<void> {
  await lockForChange(ctx, customerId);
  const { kind, shown } = await identityOf(ctx, customerId, id);
  await deleteIdentities(ctx.tx, [id]);
  await noteChanges(ctx, customerId, [{ field: kind, from: shown, to: null }]);
}

async function identityOf(ctx: Ctx, customerId: string, id: string): Promise<IdentityRow> {
  const found = (await identitiesOf(ctx.tx, customerId)).find((one) => one.id === id);
  if (!found) throw notFound('identity');
  return found;
}
