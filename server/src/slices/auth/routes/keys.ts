import { key, keyPage, pageQuery } from '@baton/contract';
import { z } from 'zod';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { revokeKey } from '../commands/revoke-key.ts';
import { presentKey } from '../present.ts';
import { listKeys } from '../store/keys.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export const keyRoutes: Routes = (app, deps) => {
  app.get(
    '/api/keys',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'The keys of programs, the latest first',
        tags: ['Access'],
        querystring: pageQuery,
        response: { 200: keyPage },
      },
    },
    async (request) => {
      const { limit, cursor: after } = request.query;
      const rows = await listKeys(deps.db, limit, readCursor(after, cursor));
      const page = pageOf(rows, limit, (last) => [last.createdAt.toISOString(), last.id]);
      return { items: page.items.map(presentKey), next: page.next };
    },
  );

  app.post(
    '/api/keys/:id/revocation',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Revokes a key for good',
        tags: ['Access'],
        params: byId,
        response: { 200: key },
      },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) =>
        presentKey(await revokeKey(ctx, request.params.id)),
      );
    },
  );
};
