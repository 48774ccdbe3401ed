import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import type { AbsenceHooks } from '../hooks.ts';
import { lockPyramid } from '../store/company.ts';
import { isAbsenceDue, lockDueAbsence } from '../store/absences.ts';
import { bringToDate } from './bring-to-date.ts';

/**
 * Begins and ends absences whose instant has come, each in a transaction of its own. Idempotent,
 * and safe on any number of servers: an agent whose row another one has locked is left to it.
 * @returns how many were begun or ended
 */
export async function letAbsencesPass(deps: Deps, hooks: AbsenceHooks): Promise<number> {
  for (let count = 0; ; count++) {
    const found = await runCommand(deps, baton, async (ctx) => {
      if (!(await isAbsenceDue(ctx.tx, ctx.now))) return false;
      await lockPyramid(ctx.tx);
      const absence = await lockDueAbsence(ctx.tx, ctx.now);
      if (absence) await bringToDate(ctx, absence, hooks);
      return absence !== null;
    });
    if (!found) return count;
  }
}
