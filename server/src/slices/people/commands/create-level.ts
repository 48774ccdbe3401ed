import type { newLevel } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { lengthMs, lengthsMs } from '../lengths.ts';
import { unique } from '../../../platform/refusals.ts';
import { companyDefaults, lockPyramid } from '../store/company.ts';
import { insertLevel, levelByName, topLevel } from '../store/levels.ts';
import { liftTeams } from '../store/teams.ts';
import { teamNameIsTaken } from './create-team.ts';
import { foundTeam } from './found-company.ts';

/** The tables take no more, and no company needs them. */
const most = 99;

/**
 * Adds a level above the top. It comes with a team of its own name, led by the head of the company,
 * so that the teams that were at the top have somewhere to pass up to from the first moment.
 * @returns the new level's height
 * @throws Problem already_exists, invalid_request, wrong_status
 */
export async function createLevel(ctx: Ctx, input: z.output<typeof newLevel>): Promise<number> {
  await lockPyramid(ctx.tx);
  await refuseLevelName(ctx, input.name, null);
  const top = await topLevel(ctx.tx);
  if (top >= most)
    throw new Problem('wrong_status', { detail: `There are ${most} levels already.` });
  const level = {
    id: top + 1,
    name: input.name,
    holdingMs: lengthMs('holdingTime', input.holdingTime),
    resumeAtLeastMs: lengthMs('resumeAtLeast', input.resumeAtLeast),
    waitingLimitMs: lengthMs('waitingLimit', input.waitingLimit),
    counts: input.counts,
    runsFrom: input.runsFrom,
    passesTo: input.passesTo,
    holding: lengthsMs('holding', input.holding),
  };
  await insertLevel(ctx.tx, level);
  const { headId } = await companyDefaults(ctx.tx);
  const place = { name: input.name, level: level.id, headId, above: null };
  const team = await unique('name', teamNameIsTaken(input.name), foundTeam(ctx, place));
  await liftTeams(ctx.tx, top, team);
  return level.id;
}

/** @throws Problem already_exists when another level than `own` has the name */
export async function refuseLevelName(ctx: Ctx, name: string, own: number | null): Promise<void> {
  const other = await levelByName(ctx.tx, name);
  if (!other || other.id === own) return;
  throw new Problem('already_exists', {
    detail: `There is another level called ${name}.`,
    errors: [fieldRefusal('name', 'taken')],
  });
}
