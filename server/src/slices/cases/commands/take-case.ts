import type { newCase } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import {
  customerById,
  customerForAddress,
  holdSurvivor,
  primaryMail,
} from '../../customers/index.ts';
import { brandById } from '../../people/index.ts';
import { newId } from '../../../platform/ids.ts';
import { assertFiles } from '../store/files.ts';
import { openCase } from './open-case.ts';
import { setFirstFacts } from './set-facts.ts';

/**
 * Takes a customer's problem down for them (counter, telephone, another program): the words are
 * the customer's, whoever typed them.
 * @returns the id of the new case
 * @throws Problem `unknown_reference` for a customer, brand, topic or file that does not exist
 */
export async function takeCase(ctx: Ctx, input: z.output<typeof newCase>): Promise<string> {
  await assertFiles(ctx, input.files);
  if (input.brand && !(await brandById(ctx.tx, input.brand)))
    throw unknownReference('brand', 'not_there');
  const customer = await customerOf(ctx, input.customer);
  const { caseId } = await openCase(ctx, {
    customerId: customer.id,
    subject: input.subject,
    brandId: input.brand,
    topicId: input.topic,
    urgency: input.urgency,
    message: {
      id: newId(),
      direction: 'in',
      kind: 'api',
      author: { kind: 'customer', id: customer.id, name: customer.name, address: customer.address },
      subject: input.subject,
      text: input.text,
      quoted: null,
      htmlSha256: null,
      language: customer.language,
      automatic: false,
      inboundId: null,
      files: input.files.map((fileId) => ({ fileId, inlineId: null })),
    },
    participants: customer.address
      ? [{ address: customer.address, name: customer.name, role: 'customer' }]
      : [],
    receipt: customer.address !== null,
  });
  await setFirstFacts(ctx, caseId, input.facts);
  return caseId;
}

async function customerOf(ctx: Ctx, given: z.output<typeof newCase>['customer']) {
  const id =
    'id' in given
      ? await holdSurvivor(ctx.tx, given.id)
      : await customerForAddress(ctx, addressOf(given));
  const customer = id && (await customerById(ctx.tx, id));
  if (!customer) throw unknownReference('customer.id', 'not_there');
  const address = 'email' in given ? given.email : await primaryMail(ctx.tx, customer.id);
  return { ...customer, address };
}

function addressOf(given: {
  email: string;
  name?: string | undefined;
  language?: string | undefined;
}) {
  return { address: given.email, name: given.name, language: given.language };
}
