import type { Actor } from '../../../kernel/actor.ts';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { mayRecordAbsence } from '../policy.ts';
import type { Absence } from '../rules/absence.ts';
import { agentsLedBy } from '../store/absence-lists.ts';
import { absenceById } from '../store/absences.ts';
import { lockAgent } from '../store/agents.ts';
import { lockPyramid } from '../store/company.ts';

/**
 * An absence, locked for changing it by whoever may.
 * @throws Problem not_found; forbidden; stale_version when it is not at the version that was seen
 */
export async function lockAbsence(
  ctx: Ctx,
  on: { id: string; version: number | null },
): Promise<Absence> {
  const found = await absenceById(ctx.tx, on.id);
  if (!found) throw notFound('absence');
  await lockPyramid(ctx.tx);
  await lockAgent(ctx.tx, found.agentId);
  await refuseUnlessTheirs(ctx, found.agentId);
  const absence = (await absenceById(ctx.tx, on.id))!;
  if (on.version !== null && on.version !== absence.version) {
    throw new Problem('stale_version', {
      detail: 'The absence has changed since you looked. Nothing was done; look at it again.',
    });
  }
  return absence;
}

/** @throws Problem forbidden unless it is oneself, or the actor leads them or administers */
export async function refuseUnlessTheirs(ctx: Ctx, agentId: string): Promise<void> {
  if (mayRecordAbsence(ctx.actor, agentId, await ledBy(ctx.tx, ctx.actor))) return;
  throw new Problem('forbidden', {
    detail: 'An absence is recorded by the agent, by a lead of theirs or by an administrator.',
  });
}

/** The agents whom an actor leads. */
export async function ledBy(db: Db | Tx, actor: Actor): Promise<Set<string>> {
  return actor.kind === 'agent' ? agentsLedBy(db, actor.id) : new Set();
}
