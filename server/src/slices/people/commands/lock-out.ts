import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/refusals.ts';
import type { AbsenceHooks } from '../hooks.ts';
import type { Absence } from '../rules/absence.ts';
import { comingAbsences, insertAbsence } from '../store/absences.ts';
import { lockAgent } from '../store/agents.ts';
import { lockPyramid } from '../store/company.ts';
import { setLocked } from '../store/locked.ts';
import { bringToDate, end } from './bring-to-date.ts';
import { forgetAbsences } from './forget-absences.ts';

/**
 * Locks an agent out: nobody comes in as them, and their cases move as when an open absence begins
 * (invariant 1). What they had planned ends with it. Doing it again changes nothing.
 * @returns the absence that moved their cases; null for who holds none
 * @throws Problem not_found
 */
export async function lockOut(
  ctx: Ctx,
  agentId: string,
  hooks: AbsenceHooks,
): Promise<string | null> {
  await lockPyramid(ctx.tx);
  const agent = await lockAgent(ctx.tx, agentId);
  if (!agent) throw notFound('agent');
  await setLocked(ctx.tx, agentId, ctx.now);
  if (!agent.active || agent.role === 'reader') return null;
  await forgetAbsences(ctx, agentId);
  const absence: Absence = {
    id: newId(),
    agentId,
    from: ctx.now,
    until: null,
    reason: 'other',
    coverId: null,
    state: 'planned',
    handedOverAt: null,
    endedAt: null,
    version: 1,
  };
  const by = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  await insertAbsence(ctx.tx, absence, { at: ctx.now, by });
  await bringToDate(ctx, absence, hooks);
  return absence.id;
}

/** Lets an agent in again: they are present, and what was moved is offered back. */
export async function letIn(ctx: Ctx, agentId: string): Promise<void> {
  await lockPyramid(ctx.tx);
  if (!(await lockAgent(ctx.tx, agentId))) throw notFound('agent');
  await setLocked(ctx.tx, agentId, null);
  for (const absence of await comingAbsences(ctx.tx, agentId)) {
    if (absence.state === 'running') await end(ctx, absence, ctx.now);
  }
}
