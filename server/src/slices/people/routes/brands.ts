import { brand, brandChange, brandPage, newBrand, pageQuery } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { brandAudit, shownBrand } from '../audits.ts';
import { changeBrand } from '../commands/change-brand.ts';
import { createBrand } from '../commands/create-brand.ts';
import { deleteBrand } from '../commands/delete-brand.ts';
import { presentBrand } from '../present.ts';
import { listBrands } from '../store/brands.ts';
import { done } from './done.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

const audit = brandAudit;
const cursor = z.tuple([z.string(), z.uuid()]);

const readBrands: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/brands',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Brands by name',
        tags,
        querystring: pageQuery,
        response: { 200: brandPage },
      },
    },
    async ({ query }) => {
      const rows = await listBrands(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.sort, last.id]);
      return { items: page.items.map(presentBrand), next: page.next };
    },
  );

  app.get(
    '/api/brands/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One brand', tags, params: byId, response: { 200: brand } },
    },
    async ({ params: { id } }) => shownBrand(deps.db, id),
  );
};

const changeBrands: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/brands',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists'],
      },
      schema: { summary: 'Adds a brand', tags, body: newBrand, response: { 201: brand } },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownBrand(ctx.tx, await createBrand(ctx, request.body)),
      );
    },
  );

  app.patch(
    '/api/brands/:id',
    {
      config: { access: 'admin', audit, problems: ['already_exists'] },
      schema: {
        summary: 'Changes a brand',
        tags,
        params: byId,
        body: brandChange,
        response: { 200: brand },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeBrand(ctx, id, body);
        return shownBrand(ctx.tx, id);
      }),
  );

  app.delete(
    '/api/brands/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use'] },
      schema: {
        summary: 'Takes an unused brand away',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteBrand(ctx, id));
      return reply.code(204).send();
    },
  );
};

export const brandRoutes: PeopleRoutes[] = [readBrands, changeBrands];
