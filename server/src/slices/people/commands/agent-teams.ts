import type { Role } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { putMemberships } from '../store/members.ts';
import { teamById } from '../store/teams.ts';
import { hoursChange } from './hours-change.ts';

export type TeamInput = { team: string; capacity: number };

/**
 * Puts an agent into these teams and no others. An agent who leaves a team keeps the cases of it
 * that are in their hands: hands change with a reason only, membership decides who is given new
 * ones, and whoever holds a case sees it (invariants 1 and 10). The lead can hand them across.
 * @throws Problem unknown_reference, invalid_request
 */
export async function putIntoTeams(
  ctx: Ctx,
  agent: { id: string; role: Role },
  teams: readonly TeamInput[],
): Promise<void> {
  if (agent.role === 'reader' && teams.length > 0) {
    throw invalid('teams', 'reader_in_team');
  }
  for (const [index, { team }] of teams.entries()) {
    const path = `teams.${index}.team`;
    if (teams.findIndex((other) => other.team === team) < index) {
      throw invalid(path, 'twice');
    }
    if (!(await teamById(ctx.tx, team))) throw unknownReference(path, 'not_there');
  }
  const memberships = teams.map(({ team, capacity }) => ({
    teamId: team,
    agentId: agent.id,
    capacity,
  }));
  const changed = await putMemberships(ctx.tx, { agentId: agent.id }, memberships);
  if (changed.length > 0) await hoursChange(ctx.tx, [agent.id]);
}
