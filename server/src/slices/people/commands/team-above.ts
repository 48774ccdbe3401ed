import type { Ctx } from '../../../platform/context.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { decideAbove, type Place } from '../rules/pyramid.ts';
import { topLevel } from '../store/levels.ts';
import { teamById, teamsAtLevel } from '../store/teams.ts';

/**
 * Finds the team above for a team of `level`; `wanted` as the request has it (undefined: choose).
 * @throws Problem unknown_reference, invalid_request
 */
export async function teamAbove(
  ctx: Ctx,
  level: number,
  wanted: string | null | undefined,
): Promise<Place | null> {
  const named = typeof wanted === 'string' ? await teamById(ctx.tx, wanted) : wanted;
  if (typeof wanted === 'string' && !named) throw unknownReference('above', 'not_there');
  const next = await teamsAtLevel(ctx.tx, level + 1);
  const decided = decideAbove(level, await topLevel(ctx.tx), named, next);
  if ('wrong' in decided) throw invalid('above', decided.wrong);
  return decided.above;
}
