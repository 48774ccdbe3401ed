import { key, keyPage, madeKey, newKey, pageQuery } from '@baton/contract';
import { z } from 'zod';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { Routes, Audit } from '../../../platform/http-types.ts';
import { everywhere, only } from '../../../platform/ranks.ts';
import { makeKey } from '../commands/create-key.ts';
import { revokeKey } from '../commands/revoke-key.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { presentKey } from '../present.ts';
import { keyById, listKeys } from '../store/keys.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** What is written down of a change; never the key itself. */
const audit = {
  kind: 'key',
  read: async (tx, { id }) => {
    const row = await keyById(tx, id);
    return row && presentKey(row);
  },
} satisfies Audit;

const readKeys: Routes = (app, deps) => {
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
};

const changeKeys: Routes = (app, deps) => {
  app.post(
    '/api/keys',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit: { ...audit, read: 'answer' },
        problems: ['unknown_reference'],
      },
      schema: {
        summary: 'Makes a key; its text is shown only now',
        tags: ['Access'],
        body: newKey,
        response: { 201: madeKey },
      },
    },
    async (request, reply) => {
      const { agent: agentId, role, scopes, expiresAt, name } = request.body;
      refuseToGiveMore(request.identity, [everywhere(role), ...(scopes ? [only(scopes)] : [])]);
      // Kept nowhere, so a repeated request cannot be told it again.
      let text: string | null = null;
      const complete = (made: unknown) => ({ key: made, text });
      await httpCommand(deps, request, reply, { status: 201, complete }, async (ctx) => {
        const end = expiresAt === null ? null : new Date(expiresAt);
        const made = await makeKey(ctx, { name, role, scopes, agentId, expiresAt: end });
        text = made.text;
        return presentKey((await keyById(ctx.tx, made.id))!);
      });
    },
  );

  app.post(
    '/api/keys/:id/revocation',
    {
      config: { access: 'admin', stepUp: true, audit },
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

/** Keys of programs. */
export const keyRoutes: Routes[] = [readKeys, changeKeys];
