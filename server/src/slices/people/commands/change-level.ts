import type { levelChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { changedLengthMs } from '../lengths.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { levelById, type LevelRow, updateLevel } from '../store/levels.ts';
import { refuseLevelName } from './create-level.ts';

/**
 * Changes a level. Due instants of cases that stand there move afterwards, as events (invariant 3).
 * @returns whether the holding time is another one now
 * @throws Problem not_found, already_exists, invalid_request
 */
export async function changeLevel(
  ctx: Ctx,
  id: number,
  change: z.output<typeof levelChange>,
): Promise<boolean> {
  await lockPyramid(ctx.tx);
  const before = await levelById(ctx.tx, id);
  if (!before) throw notFound('level');
  if (change.name !== undefined) await refuseLevelName(ctx, change.name, id);
  const after = withChanges<LevelRow>(before, {
    name: change.name,
    holdingMs: changedLengthMs('holdingTime', change.holdingTime),
    resumeAtLeastMs: changedLengthMs('resumeAtLeast', change.resumeAtLeast),
    waitingLimitMs: changedLengthMs('waitingLimit', change.waitingLimit),
  });
  await updateLevel(ctx.tx, after);
  return after.holdingMs !== before.holdingMs;
}
