import type { Ctx } from '../../../platform/context.ts';
import { changeOf } from '../change.ts';
import { lockCase } from '../change-case.ts';
import { take } from '../rules/take.ts';
import { writeChanges } from '../store/write.ts';

/** The new owner opens a case that was handed over: it is *taken* from then on, once. */
export async function openHandedOver(ctx: Ctx, caseId: string): Promise<void> {
  const { state, ctx: locked } = await lockCase(ctx, caseId);
  await writeChanges(ctx.tx, [changeOf(state, caseId, take(state, ctx.actor), locked)]);
}
