import { accountabilityPage, pageQuery, pyramid, type Pyramid } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { App } from '../../../platform/http-types.ts';
import { together } from '../../../platform/together.ts';
import { workingTimeOfAgents } from '../../people/index.ts';
import { presentAccountability, presentPyramid, pyramidSeenBy } from '../present-pyramid.ts';
import { shiftsAt } from '../rules/pick.ts';
import { houseOf } from '../store/house.ts';
import {
  accountabilityEntries,
  afterEntry,
  frameOfPyramid,
  heldByTeams,
  lapsedLately,
  lastAtTop,
} from '../store/pyramid.ts';
import { scopeOf } from '../store/scope.ts';
import { noteAccess, tags } from './shared.ts';

/** What is in whose hands, over all levels, and what nobody could pass on any more. */
export function pyramidRoutes(app: App, deps: Deps): void {
  showPyramid(app, deps);
  listAccountability(app, deps);
}

function showPyramid(app: App, deps: Deps): void {
  // However many watch: one look at a time, and the same for all of them (docs/adr/0080).
  const look = together(() => lookAtPyramid(deps));
  app.get(
    '/api/pyramid',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The pyramid: levels, teams, and what is in the hands of each agent',
        description:
          'From the front line to the top. Of teams whose cases you may not see only numbers are told. The hands of an agent show the cases that go up first; the others are a number.',
        response: { 200: pyramid },
      },
    },
    async (request) => {
      const scope = await scopeOf(deps.db, request.identity.actor);
      return pyramidSeenBy(await look(), (id) => scope.all || scope.teamIds.includes(id));
    },
  );
}

async function lookAtPyramid(deps: Deps): Promise<Pyramid> {
  const { db } = deps;
  const at = await instant(db, deps);
  const [house, frame, held, lapsed, last] = await Promise.all([
    houseOf(db),
    frameOfPyramid(db),
    heldByTeams(db, at),
    lapsedLately(db, at),
    lastAtTop(db),
  ]);
  const agents = [...new Set(held.map((row) => row.agent_id))];
  const shiftOf = shiftsAt(await workingTimeOfAgents(db, agents), at);
  return presentPyramid({ at, house, frame, held, lapsed, lastAtTop: last, shiftOf });
}

function listAccountability(app: App, deps: Deps): void {
  app.get(
    '/api/accountability',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Clocks that ran out at the top, and who answers for each; the latest first',
        querystring: pageQuery,
        response: { 200: accountabilityPage },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const scope = await scopeOf(deps.db, request.identity.actor);
      const after = readCursor(cursor, afterEntry);
      const rows = await accountabilityEntries(deps.db, scope, after, limit + 1);
      const page = pageOf(rows, limit, (row) => [
        row.lapsed_at.toISOString(),
        row.case_id,
        row.seq,
      ]);
      const ids = page.items.map((row) => row.case_id);
      await noteAccess(deps, request, { kind: 'list', detail: { list: 'accountability', ids } });
      return { items: page.items.map(presentAccountability), next: page.next };
    },
  );
}
