import { newTeam, pageQuery, team, teamChange, teamPage } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { shownTeam, teamAudit } from '../audits.ts';
import { changeTeam } from '../commands/change-team.ts';
import { createTeam } from '../commands/create-team.ts';
import { deleteTeam } from '../commands/delete-team.ts';
import { presentTeam } from '../present.ts';
import { listTeams } from '../store/teams.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

const audit = teamAudit;
const cursor = z.tuple([z.number().int(), z.string(), z.uuid()]);

const readTeams: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/teams',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Teams by level',
        tags,
        querystring: pageQuery,
        response: { 200: teamPage },
      },
    },
    async ({ query }) => {
      const rows = await listTeams(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.level, last.sort, last.id]);
      return { items: page.items.map(presentTeam), next: page.next };
    },
  );

  app.get(
    '/api/teams/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One team', tags, params: byId, response: { 200: team } },
    },
    async ({ params: { id } }, reply) => {
      const shown = await shownTeam(deps.db, id);
      sendETag(reply, shown.version);
      return shown;
    },
  );
};

const changeTeams: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/teams',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference'],
      },
      schema: { summary: 'Adds a team', tags, body: newTeam, response: { 201: team } },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownTeam(ctx.tx, await createTeam(ctx, request.body)),
      );
    },
  );

  app.patch(
    '/api/teams/:id',
    {
      config: {
        access: 'admin',
        audit,
        problems: ['already_exists', 'unknown_reference', 'still_in_use', 'stale_version'],
      },
      schema: {
        summary: 'Changes a team, and moves it within the pyramid; If-Match names the version seen',
        tags,
        params: byId,
        body: teamChange,
        response: { 200: team },
      },
    },
    async (request, reply) => {
      const { params, body, identity } = request;
      const on = { id: params.id, version: ifMatch(request) };
      const after = await runCommand(deps, identity.actor, async (ctx) => {
        await changeTeam(ctx, on, body);
        return shownTeam(ctx.tx, on.id);
      });
      sendETag(reply, after.version);
      return after;
    },
  );

  app.delete(
    '/api/teams/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use'] },
      schema: { summary: 'Takes an unused team away', tags, params: byId, response: { 204: done } },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteTeam(ctx, id));
      return reply.code(204).send();
    },
  );
};

export const teamRoutes: PeopleRoutes[] = [readTeams, changeTeams];
