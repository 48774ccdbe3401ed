import type { customerChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { type CustomerFields, lockCustomer, updateCustomer } from '../store/customers.ts';
import { putIdentities } from './put-identities.ts';

/** @throws Problem not_found, already_exists, invalid_request */
export async function changeCustomer(
  ctx: Ctx,
  id: string,
  change: z.output<typeof customerChange>,
): Promise<void> {
  const before = await lockCustomer(ctx.tx, id);
  if (!before) throw notFound('customer');
  const { identities, ...fields } = change;
  await updateCustomer(ctx.tx, withChanges<CustomerFields>(before, fields));
  if (identities) await putIdentities(ctx, id, identities);
}
