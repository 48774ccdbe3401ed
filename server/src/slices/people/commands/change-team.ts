import type { teamChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { teamById, type TeamRow, updateTeam } from '../store/teams.ts';
import { teamNameIsTaken } from './create-team.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { teamAbove } from './team-above.ts';
import { putMembers } from './team-members.ts';

/**
 * Changes a team; its level stays, because its cases stand there.
 * @throws Problem not_found, already_exists, unknown_reference, invalid_request
 */
export async function changeTeam(
  ctx: Ctx,
  id: string,
  change: z.output<typeof teamChange>,
): Promise<void> {
  await lockPyramid(ctx.tx);
  const before = await teamById(ctx.tx, id);
  if (!before) throw notFound('team');
  const after = withChanges<TeamRow>(before, {
    name: change.name,
    leadId: change.lead,
    coverId: change.cover,
  });
  if (change.lead !== undefined) await refuseUnlessEligible(ctx, 'lead', change.lead);
  if (change.cover !== undefined) await refuseUnlessEligible(ctx, 'cover', change.cover);
  if (change.above !== undefined) {
    const above = await teamAbove(ctx, before.level, change.above);
    after.aboveId = above?.id ?? null;
    after.aboveLevel = above?.level ?? null;
  }
  await unique('name', teamNameIsTaken(after.name), updateTeam(ctx.tx, after));
  if (change.members) await putMembers(ctx, id, change.members);
}
