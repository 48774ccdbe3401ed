import type { NoticeChoicesChange } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { changedChoices, nothingChosen } from '../rules/choices.ts';
import { lockChosen, putChosen } from '../store/choices.ts';
import { lookAtHeldAgain } from '../store/held.ts';
import { gatherMsOf } from './gather-length.ts';

/**
 * An agent chooses by which ways they are told; it counts for what is decided from now on,
 * and for what is held back.
 * @throws Problem invalid_request
 */
export async function chooseNotices(
  ctx: Ctx,
  agentId: string,
  { gather, ...change }: NoticeChoicesChange,
): Promise<void> {
  const before = await lockChosen(ctx.tx, agentId);
  const after = changedChoices(before, { ...change, gatherMs: gatherMsOf(gather) });
  await putChosen(ctx.tx, agentId, after);
  await lookAtHeldAgain(ctx.tx, [agentId], ctx.now);
}

/** An agent chose nothing: all is as the company has it. */
export async function chooseNothing({ tx, now }: Ctx, agentId: string): Promise<void> {
  await lockChosen(tx, agentId);
  await putChosen(tx, agentId, nothingChosen);
  await lookAtHeldAgain(tx, [agentId], now);
}
