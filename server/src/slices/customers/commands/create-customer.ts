import type { newCustomer } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomer } from '../store/customers.ts';
import { putIdentities } from './put-identities.ts';

/**
 * Writes a customer down.
 * @returns the new customer's id
 * @throws Problem already_exists, invalid_request
 */
export async function createCustomer(
  ctx: Ctx,
  input: z.output<typeof newCustomer>,
): Promise<string> {
  const { identities, ...fields } = input;
  const id = newId();
  await insertCustomer(ctx.tx, { id, ...fields }, ctx.now);
  await putIdentities(ctx, id, identities);
  return id;
}
