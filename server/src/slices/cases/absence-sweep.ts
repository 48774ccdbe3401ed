import { baton } from '../../kernel/actor.ts';
import type { Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { type AbsenceHooks, letAbsencesPass } from '../people/index.ts';
import { handOverForAbsence } from './commands/hand-over-for-absence.ts';
import { strandedAbsences } from './store/stranded.ts';

const hooks: AbsenceHooks = {
  handOverForAbsence: async (ctx, absence) => {
    await handOverForAbsence(ctx, absence);
  },
};

/** Begins and ends the absences whose instant has come; who is back may take what had to stay. */
export async function sweepAbsences(deps: Deps): Promise<void> {
  if ((await letAbsencesPass(deps, hooks)) > 0) await moveStranded(deps);
}

/**
 * Moves cases that stayed with, or came to, somebody absent because nobody else was there, as soon
 * as there is somebody.
 */
export async function moveStranded(deps: Deps): Promise<void> {
  for (const absence of await strandedAbsences(deps.db)) {
    await runCommand(deps, baton, (ctx) => handOverForAbsence(ctx, absence, true));
  }
}
