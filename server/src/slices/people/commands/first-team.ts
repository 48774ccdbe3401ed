import type { Ctx } from '../../../platform/context.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { teamById } from '../store/teams.ts';

/**
 * A team to which new cases go stands at the front line (domain: who gets the case).
 * @throws Problem unknown_reference, invalid_request, naming the field
 */
export async function refuseUnlessFirstTeam(
  ctx: Ctx,
  path: string,
  teamId: string | null | undefined,
): Promise<void> {
  if (teamId === null || teamId === undefined) return;
  const team = await teamById(ctx.tx, teamId);
  if (!team) throw unknownReference(path, 'not_there');
  if (team.level !== 1) throw invalid(path, 'not_at_the_front');
}
