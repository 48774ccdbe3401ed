import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { customerForAddress } from '../../customers/index.ts';
import { authorise, lockCase, type OnCase } from '../change-case.ts';
import { forwardedBy } from '../store/people.ts';
import { correctCase } from './correct-case.ts';

/** Whoever wrote at first what was forwarded to us becomes the customer. */
export async function customerOfSuggestion(ctx: Ctx, on: OnCase): Promise<void> {
  authorise((await lockCase(ctx, on.caseId)).standing, 'correct');
  const found = await forwardedBy(ctx.tx, on.caseId);
  if (!found) {
    throw new Problem('wrong_status', { detail: 'Nothing forwarded was found in this case.' });
  }
  const { address, name } = found;
  const customer = await customerForAddress(ctx, { address, name: name ?? undefined });
  await correctCase(ctx, { ...on, customer });
}
