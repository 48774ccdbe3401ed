import type { Ctx } from '../../../platform/context.ts';
import { comingAbsences, updateAbsence } from '../store/absences.ts';
import { end } from './bring-to-date.ts';

/**
 * Whoever holds cases no longer has no absences either: the one that runs ends, planned ones are
 * cancelled. The agent's row must be locked by this transaction.
 */
export async function forgetAbsences(ctx: Ctx, agentId: string): Promise<void> {
  for (const absence of await comingAbsences(ctx.tx, agentId)) {
    if (absence.state === 'running') await end(ctx, absence, ctx.now);
    else
      await updateAbsence(ctx.tx, { ...absence, state: 'cancelled', version: absence.version + 1 });
  }
}
