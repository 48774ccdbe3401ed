import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { agentById, teamById, teamsOfAgent } from '../../people/index.ts';
import { messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { pickHands } from '../hands.ts';
import { handAcross as decide, type Hands } from '../rules/hand-over.ts';
import type { CaseState } from '../rules/state.ts';
import { houseOf, type Team } from '../store/house.ts';

export type HandAcross = OnCase & {
  reason: string;
  summary: string;
  agent?: string | undefined;
  team?: string | undefined;
};

/**
 * The case moves within its level, as a correction: to a named agent, to another team, or to the
 * next agent of the same team. The clock goes on.
 */
export async function handAcross(ctx: Ctx, input: HandAcross) {
  const summary = messageBy(ctx.actor, {
    direction: 'internal',
    kind: 'summary',
    text: input.summary,
  });
  await changeCase(ctx, input, 'handAcross', async ({ state, ctx: locked }) => {
    const to = await receiver(locked, state, input);
    const why = { reason: input.reason, summary: summary.id };
    return { decision: decide(state, to, why), parts: { messages: [summary] } };
  });
}

async function receiver(ctx: Ctx, state: CaseState, input: HandAcross): Promise<Hands> {
  if (input.team && !(await teamById(ctx.tx, input.team))) throw unknown('team', 'no such team');
  const house = await houseOf(ctx.tx);
  const team = house.team(input.team ?? state.teamId);
  if (!input.agent) {
    const except = team.id === state.teamId && state.ownerId ? [state.ownerId] : [];
    return pickHands(ctx, house, team, except);
  }
  return namedAgent(ctx, state, input.agent, input.team ? team : null);
}

async function namedAgent(ctx: Ctx, state: CaseState, id: string, team: Team | null) {
  const agent = await agentById(ctx.tx, id);
  if (!agent?.active) throw unknown('agent', 'no such agent, or no longer active');
  const teams = await teamsOfAgent(ctx.tx, id);
  const own = team?.id ?? state.teamId;
  const into =
    teams.find((one) => one.id === own) ??
    (team ? undefined : teams.find((one) => one.level === state.level));
  if (!into) throw unknown('agent', 'belongs to no team at this level');
  return { agent: id, team: into.id, level: into.level, full: false };
}

function unknown(path: string, message: string): Problem {
  return new Problem('unknown_reference', { errors: [{ path, message }] });
}
