import { type Language, languages } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { emptyRecord } from '../rules/record.ts';
import { deleteCustomer } from '../store/customers.ts';
import { holdIdentity, insertIdentity } from '../store/identities.ts';
import { insertRecord } from '../store/record.ts';

type Sender = {
  address: string;
  name?: string | null | undefined;
  language?: string | null | undefined;
};

/**
 * The customer to whom a mail address belongs; one is made when it is new, with this name (else
 * the address) and language. Letters of one stranger that arrive at once make one customer.
 * @returns the customer's id
 */
export async function customerForAddress(ctx: Ctx, sender: Sender): Promise<string> {
  const shown = sender.address.trim();
  const value = shown.toLowerCase();
  const known = await holdIdentity(ctx.tx, 'mail', value);
  if (known) return known;
  const id = newId();
  const name = sender.name?.trim() || shown;
  const record = { ...emptyRecord(id, name), language: spoken(sender.language) };
  await insertRecord(ctx.tx, record, ctx.now);
  if (await insertIdentity(ctx.tx, id, { kind: 'mail', value, shown, place: 0 })) return id;
  // Another letter was faster, and its customer is committed by now: ours is taken back.
  await deleteCustomer(ctx.tx, id);
  return (await holdIdentity(ctx.tx, 'mail', value))!;
}

/** One of the languages in which Baton speaks, else none. */
function spoken(language: string | null | undefined): Language | null {
  return languages.find((one) => one === language) ?? null;
}
