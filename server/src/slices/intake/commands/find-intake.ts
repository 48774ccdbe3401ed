import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { type IntakeRow, lockIntake } from '../store/intakes.ts';

/**
 * One's own intake, for going on with it.
 * @throws Problem `not_found` for that of somebody else, `wrong_status` for one that has ended
 */
export async function findIntake(ctx: Ctx, id: string): Promise<IntakeRow> {
  const row = await lockIntake(ctx.tx, id);
  if (!row || row.agentId !== ctx.actor.id) throw notFound('intake');
  if (row.endedAt) {
    throw new Problem('wrong_status', {
      detail: 'This has ended; what comes now is written on the case.',
    });
  }
  return row;
}

/** The case of an intake. @throws Problem `wrong_status` while there is none */
export function caseOf({ caseId }: IntakeRow): string {
  if (caseId) return caseId;
  throw new Problem('wrong_status', {
    detail: 'A name and a sentence of what happened are needed first; then it is a case.',
  });
}
