import type { Ctx } from '../../../platform/context.ts';
import { notFound, stillInUse, unused } from '../../../platform/refusals.ts';
import { companyDefaults, lockPyramid } from '../store/company.ts';
import { membersOfTeams } from '../store/members.ts';
import { deleteTeamRow, teamById, teamsAtLevel, teamsBelow } from '../store/teams.ts';
import { hoursChange } from './hours-change.ts';

/**
 * Takes away a team to which nothing refers.
 * @throws Problem not_found; still_in_use while it is the only one of its level, the default team,
 * above other teams, or cases, channels or topics belong to it
 */
export async function deleteTeam(ctx: Ctx, id: string): Promise<void> {
  await lockPyramid(ctx.tx);
  const team = await teamById(ctx.tx, id);
  if (!team) throw notFound('team');
  const { defaultTeamId } = await companyDefaults(ctx.tx);
  if (defaultTeamId === id) {
    throw stillInUse(`${team.name} is the default team: name another default team first.`);
  }
  if ((await teamsAtLevel(ctx.tx, team.level)).length === 1) {
    throw stillInUse(
      `${team.name} is the only team of level ${team.level}, which keeps at least one.`,
    );
  }
  const below = await teamsBelow(ctx.tx, id);
  if (below.length > 0) {
    const names = below.map((one) => one.name).join(', ');
    throw stillInUse(`${team.name} stands above ${names}: name another team above them first.`);
  }
  const members = await membersOfTeams(ctx.tx, [id]);
  await unused(
    `Cases, channels or topics belong to ${team.name}; a team with a history is kept.`,
    deleteTeamRow(ctx.tx, id),
  );
  await hoursChange(ctx.tx, members);
}
