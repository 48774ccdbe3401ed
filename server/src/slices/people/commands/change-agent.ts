import type { agentChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import type { PeopleHooks } from '../hooks.ts';
import { notFound, stillInUse, unique } from '../../../platform/refusals.ts';
import { type AgentRow, lockAgent, othersInOffice, updateAgent } from '../store/agents.ts';
import { companyDefaults, lockPyramid } from '../store/company.ts';
import { teamNamesOf } from '../store/members.ts';
import { officesOf } from '../store/teams.ts';
import { topicsOfResponsible } from '../store/topics.ts';
import { putIntoTeams } from './agent-teams.ts';
import { addressIsTaken } from './create-agent.ts';
import { forgetAbsences } from './forget-absences.ts';
import { refuseUnlessSeen, type Seen } from './seen.ts';

type Change = z.output<typeof agentChange>;

/**
 * Changes an agent. Whoever is disabled, or becomes a reader, can hold no cases any more: theirs are
 * handed over first, in the same transaction (invariant 1).
 * @throws Problem not_found, stale_version, already_exists, unknown_reference, invalid_request;
 * last_active_agent;
 * still_in_use while the agent is a lead, a cover or the head, or, as a reader, in a team
 */
export async function changeAgent(
  ctx: Ctx,
  on: Seen,
  change: Change,
  hooks: PeopleHooks,
): Promise<void> {
  await lockPyramid(ctx.tx);
  const before = await lockAgent(ctx.tx, on.id);
  if (!before) throw notFound('agent');
  refuseUnlessSeen(on, before);
  const { teams, ...fields } = change;
  const after = withChanges<AgentRow>(before, fields);
  await refuseToStrand(ctx, before, after);
  if (canHold(before) && !canHold(after)) {
    await refuseToLeaveOffice(ctx, before);
    await hooks.handOverAll(ctx, on.id);
    await forgetAbsences(ctx, on.id);
  }
  if (teams) await putIntoTeams(ctx, after, teams);
  if (after.role === 'reader') await refuseReaderInTeams(ctx, after);
  await unique('email', addressIsTaken(after.email), updateAgent(ctx.tx, after, ctx.now));
  await hooks.followAgent(ctx, after);
}

function canHold(agent: AgentRow): boolean {
  return agent.active && agent.role !== 'reader';
}

function administers(agent: AgentRow): boolean {
  return agent.active && agent.role === 'admin';
}

/** Somebody must be left to hold the cases, and somebody to let others in. */
async function refuseToStrand(ctx: Ctx, before: AgentRow, after: AgentRow): Promise<void> {
  const others = await othersInOffice(ctx.tx, before.id);
  if (canHold(before) && !canHold(after) && others.agents === 0) {
    throw new Problem('last_active_agent', {
      detail: `${before.name} is the last active agent: nobody else could hold the cases.`,
    });
  }
  if (administers(before) && !administers(after) && others.admins === 0) {
    throw new Problem('last_active_agent', {
      detail: `${before.name} is the last active administrator: nobody else could let others in.`,
    });
  }
}

async function refuseToLeaveOffice(ctx: Ctx, agent: AgentRow): Promise<void> {
  const { leads, covers } = await officesOf(ctx.tx, agent.id);
  const { headId } = await companyDefaults(ctx.tx);
  const topics = await topicsOfResponsible(ctx.tx, agent.id);
  const todo = [
    ...leads.map((team) => `give the team ${team} another lead`),
    ...covers.map((team) => `give the team ${team} another cover, or none`),
    ...topics.map((topic) => `give the topic ${topic} another responsible person, or none`),
    ...(headId === agent.id ? ['name another head of the company'] : []),
  ];
  if (todo.length > 0) throw stillInUse(`${agent.name} is still needed: first ${todo.join(', ')}.`);
}

async function refuseReaderInTeams(ctx: Ctx, agent: AgentRow): Promise<void> {
  const teams = await teamNamesOf(ctx.tx, agent.id);
  if (teams.length === 0) return;
  throw stillInUse(
    `A reader holds no cases, and ${agent.name} is in ${teams.join(', ')}: send teams: [] as well.`,
  );
}
