import { level, levelChange, levelPage, newLevel, pageQuery } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { levelAudit, shownLevel } from '../audits.ts';
import { changeLevel } from '../commands/change-level.ts';
import { createLevel } from '../commands/create-level.ts';
import { deleteLevel } from '../commands/delete-level.ts';
import { presentLevel } from '../present.ts';
import { listLevels } from '../store/levels.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

const audit = levelAudit;
const params = z.object({ id: z.coerce.number().int().min(1).max(99) });
const cursor = z.tuple([z.number().int()]);

const readLevels: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/levels',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Levels from the front line up',
        tags,
        querystring: pageQuery,
        response: { 200: levelPage },
      },
    },
    async ({ query }) => {
      const [after] = readCursor(query.cursor, cursor) ?? [0];
      const rows = await listLevels(deps.db, query.limit, after);
      const page = pageOf(rows, query.limit, (last) => [last.id]);
      return { items: page.items.map(presentLevel), next: page.next };
    },
  );

  app.get(
    '/api/levels/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One level', tags, params, response: { 200: level } },
    },
    async ({ params: { id } }) => shownLevel(deps.db, id),
  );
};

const changeLevels: PeopleRoutes = (app, deps, hooks) => {
  app.post(
    '/api/levels',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'wrong_status'],
      },
      schema: {
        summary: 'Adds a level above the top, with a team of its name',
        tags,
        body: newLevel,
        response: { 201: level },
      },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownLevel(ctx.tx, await createLevel(ctx, request.body)),
      );
    },
  );

  app.patch(
    '/api/levels/:id',
    {
      config: { access: 'admin', audit, problems: ['already_exists'] },
      schema: {
        summary: 'Changes a level; a new holding time moves the clocks that run there',
        tags,
        params,
        body: levelChange,
        response: { 200: level },
      },
    },
    async ({ params: { id }, body, identity }) => {
      const moved = await runCommand(deps, identity.actor, (ctx) => changeLevel(ctx, id, body));
      if (moved) await hooks.alignClocks(deps);
      return shownLevel(deps.db, id);
    },
  );

  app.delete(
    '/api/levels/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use', 'wrong_status'] },
      schema: { summary: 'Takes the unused top level away', tags, params, response: { 204: done } },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteLevel(ctx, id));
      return reply.code(204).send();
    },
  );
};

export const levelRoutes: PeopleRoutes[] = [readLevels, changeLevels];
