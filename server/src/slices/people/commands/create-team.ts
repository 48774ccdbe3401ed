import type { newTeam } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique, unknownReference } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { levelById } from '../store/levels.ts';
import { insertTeam } from '../store/teams.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { teamAbove } from './team-above.ts';
import { putMembers } from './team-members.ts';

/**
 * Adds a team at a level.
 * @returns the new team's id
 * @throws Problem already_exists, unknown_reference, invalid_request
 */
export async function createTeam(ctx: Ctx, input: z.output<typeof newTeam>): Promise<string> {
  await lockPyramid(ctx.tx);
  if (!(await levelById(ctx.tx, input.level))) throw unknownReference('level', 'not_there');
  await refuseUnlessEligible(ctx, 'lead', input.lead);
  await refuseUnlessEligible(ctx, 'cover', input.cover);
  const above = await teamAbove(ctx, input.level, input.above);
  const team = {
    id: newId(),
    name: input.name,
    level: input.level,
    leadId: input.lead,
    coverId: input.cover,
    aboveId: above?.id ?? null,
    aboveLevel: above?.level ?? null,
  };
  await unique('name', teamNameIsTaken(input.name), insertTeam(ctx.tx, team));
  await putMembers(ctx, team.id, input.members);
  return team.id;
}

export function teamNameIsTaken(name: string): string {
  return `There is another team called ${name}.`;
}
