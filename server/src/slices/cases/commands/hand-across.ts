import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentById, teamById } from '../../people/index.ts';
import { messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { pickHands } from '../hands.ts';
import { handAcross as decide, type Hands } from '../rules/hand-over.ts';
import type { CaseState } from '../rules/state.ts';
import { type House, houseOf, type Team } from '../store/house.ts';
import { teamIdsOf } from '../store/pick.ts';

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
  if (input.team && !(await teamById(ctx.tx, input.team)))
    throw unknownReference('team', 'no such team');
  const house = await houseOf(ctx.tx);
  const team = house.team(input.team ?? state.teamId);
  if (input.agent) return namedAgent(ctx, house, input.agent, team, input.team !== undefined);
  const except = team.id === state.teamId && state.ownerId ? [state.ownerId] : [];
  return pickHands(ctx, house, team, except);
}

/** A named agent holds the case for the wished team, or for another of theirs at that level. */
async function namedAgent(ctx: Ctx, house: House, id: string, wished: Team, only: boolean) {
  if (!(await agentById(ctx.tx, id))?.active) {
    throw unknownReference('agent', 'no such agent, or no longer active');
  }
  const teams = (await teamIdsOf(ctx.tx, id)).map(house.team);
  const into =
    teams.find((team) => team.id === wished.id) ??
    (only ? undefined : teams.find((team) => team.level === wished.level));
  if (!into)
    throw unknownReference('agent', 'belongs to no team to which the case could go across');
  return { agent: id, team: into.id, level: into.level, full: false };
}
