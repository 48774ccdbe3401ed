import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { type IdentityKind, normalised } from '../rules/identity.ts';
import { customerWithIdentity } from '../store/customers.ts';
import { deleteIdentities, insertIdentity } from '../store/identities.ts';

/**
 * A customer's identities are these from now on, in this order.
 * @throws Problem already_exists when one belongs to somebody else, naming the customer;
 * invalid_request for a number without digits
 */
export async function putIdentities(
  ctx: Ctx,
  customerId: string,
  identities: readonly { kind: IdentityKind; value: string }[],
): Promise<void> {
  await deleteIdentities(ctx.tx, customerId);
  for (const [place, { kind, value: shown }] of identities.entries()) {
    const path = `identities.${place}.value`;
    const value = normalised(kind, shown);
    if (value === null) throw refused('invalid_request', path, 'holds nothing to compare');
    const identity = { kind, value, shown: shown.trim(), place };
    if (await insertIdentity(ctx.tx, customerId, identity)) continue;
    const owner = await customerWithIdentity(ctx.tx, kind, value);
    // Written twice in one list: the first stands.
    if (owner === customerId) continue;
    throw refused('already_exists', path, `belongs to customer ${owner}`);
  }
}

function refused(code: 'invalid_request' | 'already_exists', path: string, message: string) {
  return new Problem(code, { detail: `${path} ${message}.`, errors: [{ path, message }] });
}
