import { teamLoad } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { teamById } from '../../people/index.ts';
import { presentLoad } from '../present.ts';
import { loadOfTeam } from '../store/load.ts';
import { tags } from './shared.ts';

/** How much is in the hands of the agents of a team (S1-17). */
export function loadRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/teams/:id/load',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What is in the hands of each agent of a team, with their capacity',
        params: byId,
        response: { 200: teamLoad },
      },
    },
    async ({ params: { id } }) => {
      const team = await teamById(deps.db, id);
      if (!team) throw notFound('team');
      const members = await loadOfTeam(deps.db, id, await instant(deps.db, deps));
      return presentLoad(team, members);
    },
  );
}
