import type { SavedSearchFields } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockSavedSearch, moveSavedSearch, updateSavedSearch } from '../store/saved.ts';
import { agentOf, refuseForeignTeam } from './keep-search.ts';

export type SavedSearchChange = {
  name?: string | undefined;
  search?: SavedSearchFields | undefined;
  team?: string | null | undefined;
  place?: number | undefined;
};

/**
 * Renames a saved search, looks for something else by it, shares it or moves it among one's own.
 * @throws Problem not_found, forbidden, unknown_reference
 */
export async function changeSavedSearch(
  ctx: Ctx,
  id: string,
  { name, search, team, place }: SavedSearchChange,
): Promise<void> {
  const row = await ownSavedSearch(ctx, id);
  if (team !== undefined && team !== row.team_id) await refuseForeignTeam(ctx, team);
  await updateSavedSearch(ctx.tx, id, {
    name: name ?? row.name,
    search: search ?? row.search,
    teamId: team === undefined ? row.team_id : team,
  });
  if (place !== undefined) await moveSavedSearch(ctx.tx, row.agent_id, id, place);
}

/**
 * A saved search that the actor may change: their own, or one of a team that they lead.
 * @throws Problem not_found, forbidden
 */
export async function ownSavedSearch(ctx: Ctx, id: string) {
  const agentId = agentOf(ctx);
  const row = await lockSavedSearch(ctx.tx, agentId, id);
  if (!row) throw notFound('saved search');
  if (row.agent_id !== agentId && !row.led) {
    throw new Problem('forbidden', {
      detail: 'Only whoever keeps it, and the lead of its team, change it.',
    });
  }
  return row;
}
