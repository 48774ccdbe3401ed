import type { SavedSearchFields } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { countSavedSearches, insertSavedSearch, leadsTeam } from '../store/saved.ts';

/** More stand in nobody's way to what they look for. */
const most = 100;

/**
 * Keeps a search as a list: for oneself, or for a team that one leads. Returns its id.
 * @throws Problem forbidden for whoever is no agent; already_exists when there are too many;
 * unknown_reference for a team that the actor does not lead
 */
export async function keepSearch(
  ctx: Ctx,
  input: { name: string; search: SavedSearchFields; team: string | null },
): Promise<string> {
  const agentId = agentOf(ctx);
  if ((await countSavedSearches(ctx.tx, agentId)) >= most) {
    throw new Problem('already_exists', { detail: `Nobody keeps more than ${most} searches.` });
  }
  await refuseForeignTeam(ctx, input.team);
  const id = newId();
  const row = { id, agentId, teamId: input.team, name: input.name, search: input.search };
  await insertSavedSearch(ctx.tx, row, ctx.now);
  return id;
}

/** Who keeps searches. @throws Problem forbidden for a key that acts for nobody */
export function agentOf({ actor }: Pick<Ctx, 'actor'>): string {
  if (actor.kind === 'agent') return actor.id;
  throw new Problem('forbidden', { detail: 'Only agents keep searches.' });
}

/** @throws Problem unknown_reference for a team that the actor does not lead */
export async function refuseForeignTeam(ctx: Ctx, teamId: string | null): Promise<void> {
  if (teamId === null || (await leadsTeam(ctx.tx, agentOf(ctx), teamId))) return;
  throw unknownReference('team', 'not_led');
}
