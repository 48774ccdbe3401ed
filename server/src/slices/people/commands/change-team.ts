import type { teamChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, stillInUse, unique, unused } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { runsClocks, teamById, type TeamRow, updateTeam } from '../store/teams.ts';
import { teamNameIsTaken } from './create-team.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { hoursChange } from './hours-change.ts';
import { refuseToMove } from './refuse-to-move.ts';
import { refuseUnlessSeen, type Seen } from './seen.ts';
import { teamAbove } from './team-above.ts';
import { putMembers } from './team-members.ts';

/**
 * Changes a team, and moves it to another level, where no rule keeps it where it is (ADR 0088).
 * @throws Problem not_found, stale_version, already_exists, unknown_reference, invalid_request;
 * still_in_use for a team that is needed at its level
 */
export async function changeTeam(
  ctx: Ctx,
  on: Seen,
  change: z.output<typeof teamChange>,
): Promise<void> {
  await lockPyramid(ctx.tx);
  const before = await teamById(ctx.tx, on.id);
  if (!before) throw notFound('team');
  refuseUnlessSeen(on, before);
  const after = withChanges<TeamRow>(before, {
    name: change.name,
    level: change.level,
    leadId: change.lead,
    coverId: change.cover,
  });
  const moves = after.level !== before.level;
  if (change.lead !== undefined) await refuseUnlessEligible(ctx, 'lead', change.lead);
  if (change.cover !== undefined) await refuseUnlessEligible(ctx, 'cover', change.cover);
  if (moves) await refuseToMove(ctx, before, after.level);
  if (moves || change.above !== undefined) {
    const above = await teamAbove(ctx, after.level, change.above);
    after.aboveId = above?.id ?? null;
    after.aboveLevel = above?.level ?? null;
  }
  const written = unused(hasCases(before), updateTeam(ctx.tx, after));
  await unique('name', teamNameIsTaken(after.name), written);
  // After it was written: whatever began at it is through by now, and nothing else can begin.
  if (moves && (await runsClocks(ctx.tx, on.id))) throw stillInUse(runsOn(before));
  if (change.members) await putMembers(ctx, on.id, change.members);
  if (moves) await hoursChange(ctx.tx, null);
}

const instead = 'add a team at the other level, and move its people.';

function hasCases({ name, level }: TeamRow): string {
  return `Cases stand with ${name} at level ${level}, open or closed: ${instead}`;
}

function runsOn({ name, level }: TeamRow): string {
  return `Cases that went on from ${name}, at level ${level}, are not closed yet and run by its clock: ${instead}`;
}
