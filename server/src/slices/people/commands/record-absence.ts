import type { newAbsence } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { invalid, notFound, unknownReference } from '../../../platform/refusals.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import type { AbsenceHooks } from '../hooks.ts';
import { type Absence, overlap } from '../rules/absence.ts';
import { canCover } from '../store/absence-lists.ts';
import { comingAbsences, insertAbsence } from '../store/absences.ts';
import { lockAgent } from '../store/agents.ts';
import { lockPyramid } from '../store/company.ts';
import { bringToDate } from './bring-to-date.ts';
import { refuseUnlessTheirs } from './lock-absence.ts';

type Input = Omit<z.output<typeof newAbsence>, 'agent'> & { agent: string };

/**
 * Records that an agent is away, from now on or ahead. What begins now moves their cases at once,
 * in the same transaction (invariant 1).
 * @returns the id of the absence
 * @throws Problem forbidden, not_found, invalid_request, unknown_reference; already_exists when it
 *   overlaps another of theirs
 */
export async function recordAbsence(ctx: Ctx, input: Input, hooks: AbsenceHooks): Promise<string> {
  await lockPyramid(ctx.tx);
  const agent = await lockAgent(ctx.tx, input.agent);
  if (!agent) throw notFound('agent');
  await refuseUnlessTheirs(ctx, agent.id);
  if (!agent.active) throw unknownReference('agent', 'disabled');
  if (agent.role === 'reader') throw unknownReference('agent', 'reader');
  const absence: Absence = {
    id: newId(),
    agentId: agent.id,
    from: input.from ? new Date(input.from) : ctx.now,
    until: input.until === null ? null : new Date(input.until),
    reason: input.reason,
    coverId: input.cover,
    state: 'planned',
    handedOverAt: null,
    endedAt: null,
    version: 1,
  };
  await refuseUnlessPossible(ctx, absence);
  const by = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  await insertAbsence(ctx.tx, absence, { at: ctx.now, by });
  await bringToDate(ctx, absence, hooks);
  return absence.id;
}

/** @throws Problem invalid_request, unknown_reference, already_exists */
export async function refuseUnlessPossible(ctx: Ctx, absence: Absence): Promise<void> {
  if (absence.until && absence.until <= absence.from) {
    throw invalid('until', 'not_after_start');
  }
  if (absence.until && absence.until <= ctx.now) throw invalid('until', 'passed');
  const { coverId, agentId } = absence;
  if (coverId === agentId) throw invalid('cover', 'same_person');
  if (coverId && !(await canCover(ctx.tx, coverId, agentId))) {
    throw unknownReference('cover', 'cannot_cover');
  }
  const others = (await comingAbsences(ctx.tx, agentId)).filter(({ id }) => id !== absence.id);
  const other = others.find((one) => overlap(one, absence));
  if (!other) return;
  const until = other.until ? `until ${other.until.toISOString()}` : 'with an open end';
  throw new Problem('already_exists', {
    detail: `There is an absence from ${other.from.toISOString()} ${until} already. Change that one.`,
    errors: [fieldRefusal('from', 'overlaps')],
  });
}
