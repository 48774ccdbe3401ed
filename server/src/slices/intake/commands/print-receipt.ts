import type { PrintedReceipt } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { caseForMail, customerLink, hasAddress, recordSpoken } from '../../cases/index.ts';
import { correspondenceOf, spokenReceiptText, toldOf } from '../../mail/index.ts';
import { lockIntake } from '../store/intakes.ts';
import { caseOf } from './find-intake.ts';
import { readBackOf } from './read-back-of.ts';

/**
 * The receipt on paper, for a customer whom no mail reaches: with the address of their page, which
 * nobody else here gets to see (ADR 0085). That it was printed is written down, each time.
 * @throws Problem `wrong_status` where mail reaches the customer, which brings the receipt
 */
export async function printReceipt(ctx: Ctx, id: string): Promise<PrintedReceipt> {
  const row = await lockIntake(ctx.tx, id);
  if (!row || row.agentId !== ctx.actor.id) throw notFound('intake');
  const caseId = caseOf(row);
  if (await hasAddress(ctx.tx, caseId)) {
    throw new Problem('wrong_status', {
      detail: 'The customer has a mail address, and gets the receipt by mail.',
    });
  }
  const about = await caseForMail(ctx.tx, { id: caseId });
  if (!about) throw notFound('case');
  const correspondence = await correspondenceOf(ctx, about);
  const told = toldOf(about, correspondence);
  const link = customerLink(ctx.deps, about.number);
  await recordSpoken(ctx, { caseId, fact: { kind: 'receipt_printed' } });
  return {
    number: about.number,
    language: told.language,
    brand: told.brandName,
    text: spokenReceiptText(told, await readBackOf(ctx, row), link),
    link,
  };
}
