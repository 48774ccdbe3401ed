import type { Ctx } from '../../../platform/context.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import { type IdentityKind, normalised } from '../rules/identity.ts';
import type { FieldChange } from '../rules/record.ts';
import { customerWithIdentity } from '../store/customers.ts';
import {
  deleteIdentities,
  identitiesOf,
  type Identity,
  insertIdentity,
  updateIdentity,
} from '../store/identities.ts';

type Given = { kind: IdentityKind; value: string };

/**
 * A customer's identities are these from now on, in this order; those that were theirs before stay
 * what they are.
 * @returns what changed
 * @throws Problem already_exists when one belongs to somebody else, naming the customer;
 * invalid_request for a number without digits
 */
export async function putIdentities(
  ctx: Ctx,
  customerId: string,
  given: readonly Given[],
): Promise<FieldChange[]> {
  const all = given.map((one, place) => comparable(one, place));
  // Written twice in one list: the first stands.
  const wanted = all.filter((one) => all.find((other) => isSame(other, one)) === one);
  const before = await identitiesOf(ctx.tx, customerId);
  const gone = before.filter((one) => !wanted.some((other) => isSame(one, other)));
  await deleteIdentities(
    ctx.tx,
    gone.map(({ id }) => id),
  );
  const changes = gone.map(({ kind, shown }) => ({ field: kind, from: shown, to: null }));
  return [...changes, ...(await keep(ctx, customerId, wanted, before))];
}

async function keep(
  ctx: Ctx,
  customerId: string,
  wanted: Identity[],
  before: Awaited<ReturnType<typeof identitiesOf>>,
): Promise<FieldChange[]> {
  const changes: FieldChange[] = [];
  for (const one of wanted) {
    const known = before.find((other) => isSame(one, other));
    if (known) {
      await updateIdentity(ctx.tx, { ...known, shown: one.shown, place: one.place });
      if (known.shown !== one.shown)
        changes.push({ field: one.kind, from: known.shown, to: one.shown });
    } else if (await giveIdentity(ctx, customerId, one, `identities.${one.place}.value`)) {
      changes.push({ field: one.kind, from: null, to: one.shown });
    }
  }
  return changes;
}

/**
 * Gives a customer one more identity.
 * @returns whether it is new; false: it is theirs already
 * @throws Problem already_exists when it belongs to somebody else, naming the customer
 */
export async function giveIdentity(
  ctx: Ctx,
  customerId: string,
  identity: Identity,
  path: string,
): Promise<boolean> {
  if (await insertIdentity(ctx.tx, customerId, identity)) return true;
  const owner = await customerWithIdentity(ctx.tx, identity.kind, identity.value);
  if (owner === customerId) return false;
  throw belongsToOther(path, owner!);
}

/** @throws Problem invalid_request when nothing is left to compare */
export function comparable(
  { kind, value: written }: Given,
  place: number,
  path = `identities.${place}.value`,
): Identity {
  const value = normalised(kind, written);
  if (value === null) throw invalid(path, 'nothing_to_compare');
  return { kind, value, shown: written.trim(), place };
}

function isSame(one: Identity, other: Identity): boolean {
  return one.kind === other.kind && one.value === other.value;
}

export function belongsToOther(path: string, customer: string): Problem {
  const field = fieldRefusal(path, 'of_another_customer', { customer });
  return new Problem('already_exists', { detail: `${path} ${field.message}.`, errors: [field] });
}
