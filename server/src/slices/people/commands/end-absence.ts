import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { updateAbsence } from '../store/absences.ts';
import { end } from './bring-to-date.ts';
import { lockAbsence } from './lock-absence.ts';

type On = { id: string; version: number | null };

/**
 * "I am back": an absence that runs ends now; what it moved is offered back.
 * @throws Problem not_found, forbidden, stale_version; wrong_status when it does not run
 */
export async function endAbsence(ctx: Ctx, on: On): Promise<void> {
  const absence = await lockAbsence(ctx, on);
  if (absence.state !== 'running') {
    throw new Problem('wrong_status', {
      detail: 'The absence does not run; there is no end to it.',
    });
  }
  await end(ctx, absence, ctx.now);
}

/**
 * Takes back an absence that has not begun.
 * @throws Problem not_found, forbidden, stale_version; wrong_status when it has begun
 */
export async function cancelAbsence(ctx: Ctx, on: On): Promise<void> {
  const absence = await lockAbsence(ctx, on);
  if (absence.state !== 'planned') {
    throw new Problem('wrong_status', {
      detail: 'The absence has begun; it can be ended, but not taken back.',
    });
  }
  await updateAbsence(ctx.tx, { ...absence, state: 'cancelled', version: absence.version + 1 });
}
