import type { Ctx } from '../../../platform/context.ts';
import { assureCustomer } from '../../cases/index.ts';
import { updateIntake } from '../store/intakes.ts';
import { caseOf, findIntake } from './find-intake.ts';
import { reachBySaid } from './reach-by-said.ts';

/**
 * The customer was told that the problem is ours now, and that it will be solved: spoken, or by the
 * text that goes out with the receipt. Without it no intake ends (S0-13). Twice is as good as once.
 */
export async function assure(ctx: Ctx, id: string, by: 'spoken' | 'sent'): Promise<void> {
  const row = await findIntake(ctx, id);
  const caseId = caseOf(row);
  if (row.assuredAt) return;
  await reachBySaid(ctx, row);
  await assureCustomer(ctx, { caseId, by });
  await updateIntake(ctx.tx, { ...row, assuredBy: by, assuredAt: ctx.now }, ctx.now);
}
