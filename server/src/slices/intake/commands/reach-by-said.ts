import { mailAddress } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { baton } from '../../../kernel/actor.ts';
import { reachCustomerAt, seenCase } from '../../cases/index.ts';
import { changeCustomer, offerIdentity } from '../../customers/index.ts';
import { recordOf } from '../rules/said.ts';
import type { IntakeRow } from '../store/intakes.ts';
import { caseOf } from './find-intake.ts';

/** What can be dialled. */
const phone = /^[+0-9 ()./-]{3,40}$/;

/**
 * How the customer can be reached and is to be addressed, once it is written down whole: mail about the case goes to the
 * address they gave, and both become theirs, unless they are known as somebody else's.
 */
export async function reachBySaid(ctx: Ctx, row: IntakeRow): Promise<void> {
  const { said } = row;
  const caseId = caseOf(row);
  const { customer_id: customer } = await seenCase(ctx.tx, baton, caseId);
  const address = mailAddress.safeParse(said.email.trim());
  if (address.success) {
    await offerIdentity(ctx, customer, { kind: 'mail', value: address.data });
    await reachCustomerAt(ctx, { caseId, address: address.data.toLowerCase(), name: said.name });
  }
  const number = said.phone.trim();
  if (phone.test(number)) await offerIdentity(ctx, customer, { kind: 'phone', value: number });
  const { spelling, formOfAddress } = recordOf(said);
  if (row.madeCustomer === customer || (!spelling && !formOfAddress)) return;
  await changeCustomer(ctx, customer, {
    ...(spelling ? { spelling } : {}),
    ...(formOfAddress ? { formOfAddress } : {}),
  });
}
