import type { handOverReasonChange, newHandOverReason } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/refusals.ts';
import {
  insertReason,
  ownReason,
  type OwnReason,
  updateReason,
} from '../store/hand-over-reasons.ts';

/** Adds a reason of the company's own for handing cases over. */
export async function createReason(
  ctx: Ctx,
  input: z.output<typeof newHandOverReason>,
): Promise<string> {
  const id = newId();
  await insertReason(ctx.tx, { id, ...input, active: true }, ctx.now);
  return id;
}

/** Changes one; it is never taken away, for the hand-overs of the past name it. */
export async function changeReason(
  ctx: Ctx,
  id: string,
  change: z.output<typeof handOverReasonChange>,
): Promise<void> {
  const before = await ownReason(ctx.tx, id);
  if (!before) throw notFound('reason');
  await updateReason(ctx.tx, withChanges<OwnReason>(before, change));
}
