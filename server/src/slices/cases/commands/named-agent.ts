import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { refuseUnlessPresent } from '../hands.ts';
import { handsOf } from '../rules/hands.ts';
import type { Hands } from '../rules/hand-over.ts';
import type { House, Team } from '../store/house.ts';
import { teamIdsOf } from '../store/pick.ts';

/**
 * The hands of a named agent: for the team that was asked for, or else for one of theirs that fits,
 * `rather` one than the others.
 * @throws Problem `agent_absent`; `unknown_reference` for an agent whom there is not, or who is in
 *   no team that fits
 */
export async function namedAgent(
  ctx: Ctx,
  house: House,
  agentId: string,
  wished: { team: string | undefined; fits: (team: Team) => boolean; rather?: string | null },
): Promise<Hands> {
  await refuseUnlessPresent(ctx, 'agent', agentId);
  const teams = (await teamIdsOf(ctx.tx, agentId)).map(house.team);
  const fitting = teams.filter(wished.fits);
  const into = wished.team
    ? teams.find((team) => team.id === wished.team)
    : (fitting.find((team) => team.id === wished.rather) ?? fitting[0]);
  if (!into) throw unknownReference('agent', 'no_team_for_it');
  return handsOf(house, into, agentId, false, ctx.now);
}
