import type { Ctx } from '../../../platform/context.ts';
import { stillInUse, unknownReference } from '../../../platform/refusals.ts';
import { whyNotTo } from '../rules/pyramid.ts';
import { companyDefaults } from '../store/company.ts';
import { levelById } from '../store/levels.ts';
import { type TeamRow, teamsAtLevel, teamsBelow } from '../store/teams.ts';
import { topicsOfTeam } from '../store/topics.ts';

/**
 * A team that something needs at its level stays there.
 * @throws Problem unknown_reference where there is no such level; still_in_use
 */
export async function refuseToMove(ctx: Ctx, team: TeamRow, level: number): Promise<void> {
  if (!(await levelById(ctx.tx, level))) throw unknownReference('level', 'not_there');
  const { defaultTeamId } = await companyDefaults(ctx.tx);
  const below = await teamsBelow(ctx.tx, team.id);
  const why = whyNotTo(level, {
    name: team.name,
    level: team.level,
    isDefault: team.id === defaultTeamId,
    atItsLevel: (await teamsAtLevel(ctx.tx, team.level)).length,
    below: below.map(({ name }) => name),
    topics: await topicsOfTeam(ctx.tx, team.id),
  });
  if (why) throw stillInUse(why);
}
