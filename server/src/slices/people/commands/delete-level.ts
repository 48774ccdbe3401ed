import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound, unused } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { deleteLevelRow, levelById, topLevel } from '../store/levels.ts';
import { membersOfTeams } from '../store/members.ts';
import { deleteTeamRow, lowerTeams, teamsAtLevel } from '../store/teams.ts';
import { hoursChange } from './hours-change.ts';

/**
 * Takes the top level away, and its teams with it, while no case belongs to them.
 * @throws Problem not_found; wrong_status for any other level; still_in_use
 */
export async function deleteLevel(ctx: Ctx, id: number): Promise<void> {
  await lockPyramid(ctx.tx);
  if (!(await levelById(ctx.tx, id))) throw notFound('level');
  if (id !== (await topLevel(ctx.tx)) || id === 1) {
    throw new Problem('wrong_status', {
      detail: 'Only the top level can be taken away, and one level always stays.',
    });
  }
  const detail = `Level ${id} is in use: cases, channels or topics belong to its teams.`;
  await lowerTeams(ctx.tx, id);
  const teams = await teamsAtLevel(ctx.tx, id);
  const members = await membersOfTeams(
    ctx.tx,
    teams.map((team) => team.id),
  );
  for (const team of teams) {
    await unused(detail, deleteTeamRow(ctx.tx, team.id));
  }
  await unused(detail, deleteLevelRow(ctx.tx, id));
  await hoursChange(ctx.tx, members);
}
