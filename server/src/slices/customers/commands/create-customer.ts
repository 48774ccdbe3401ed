import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { IdentityKind } from '../rules/identity.ts';
import { type CustomerFields, emptyRecord } from '../rules/record.ts';
import { insertRecord } from '../store/record.ts';
import { putIdentities } from './put-identities.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Given = { name: string } & Partial<Omit<CustomerFields, 'id' | 'name'>> & {
    identities: readonly { kind: IdentityKind; value: string }[];
  };

/**
 * Writes a customer down.
 * @returns the new customer's id
 * @throws Problem already_exists, unknown_reference, invalid_request
 */
export async function createCustomer(ctx: Ctx, input: Given): Promise<string> {
  const { identities, ...fields } = input;
  const record = { ...emptyRecord(newId(), input.name), ...fields };
  await refuseUnknown(ctx, record);
  await insertRecord(ctx.tx, record, ctx.now);
  await putIdentities(ctx, record.id, identities);
  return record.id;
}
