import { isDeepStrictEqual } from 'node:util';
import type { levelChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { changedLengthMs, lengthsMs } from '../lengths.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { levelById, type LevelRow, updateLevel } from '../store/levels.ts';
import { refuseLevelName } from './create-level.ts';

/**
 * Changes a level. Due instants of cases that stand there move afterwards, as events (invariant 3).
 * @returns whether clocks that run there may have to move
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
    counts: change.counts,
    runsFrom: change.runsFrom,
    passesTo: change.passesTo,
    holding: change.holding && lengthsMs('holding', change.holding),
  });
  await updateLevel(ctx.tx, after);
  return !isDeepStrictEqual({ ...after, name: before.name }, before);
}
