import { account, accountQuery, inbound, inboundPage, inboundQuery } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { accountLines } from '../commands/account-lines.ts';
import { openSetAside, readSetAside } from '../commands/open-set-aside.ts';
import { presentAccountLine, presentInbound } from '../present.ts';
import { notFound } from '../../../platform/refusals.ts';
import { listInbound } from '../store/mail-lists.ts';
import { cursor, tags } from './shared.ts';

/** What came in and what became of it. */
export function inboundRoutes(app: App, deps: Deps): void {
  listed(app, deps);
  single(app, deps);
  accounted(app, deps);
}

function listed(app: App, deps: Deps): void {
  app.get(
    '/api/mail/inbound',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Messages received, the latest first, each with its outcome',
        tags,
        querystring: inboundQuery,
        response: { 200: inboundPage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      const { limit, cursor: from, ...filter } = query;
      const after = readCursor(from, cursor);
      const rows = await listInbound(deps.db, actor, {
        ...filter,
        limit,
        after: after && { at: new Date(after[0]), id: after[1] },
      });
      const page = pageOf(rows, limit, (last) => [last.received_at.toISOString(), last.id]);
      const detail = { list: 'inbound', ids: page.items.map(({ id }) => id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentInbound), next: page.next };
    },
  );
}

function single(app: App, deps: Deps): void {
  app.get(
    '/api/mail/inbound/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One message received', tags, params: byId, response: { 200: inbound } },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const row = await seenInbound(deps.db, actor, id);
      await recordAccess(deps.db, actor, { kind: 'message', id, address: ip });
      return presentInbound(row);
    },
  );

  app.get(
    '/api/mail/inbound/:id/raw',
    {
      config: { access: 'reader' },
      schema: { summary: 'A message as it was received, byte for byte', tags, params: byId },
    },
    async ({ params: { id }, identity: { actor }, ip }, reply) => {
      const row = await seenInbound(deps.db, actor, id);
      await recordAccess(deps.db, actor, { kind: 'message', id, address: ip });
      // Always a download, never shown in our own origin: a mail may hold a script.
      return reply
        .header('content-type', 'message/rfc822')
        .header('content-disposition', `attachment; filename="${id}.eml"`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('content-length', row.raw_size)
        .header('cache-control', 'private, no-store')
        .send(deps.storage.get(row.raw_sha256));
    },
  );

  app.post(
    '/api/mail/inbound/:id/opening',
    {
      config: { access: 'lead', problems: ['wrong_status'] },
      schema: {
        summary: 'Opens a case of a message that was set aside by mistake',
        tags,
        params: byId,
        response: { 200: inbound },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await seenInbound(deps.db, request.identity.actor, id);
      const reading = await readSetAside(deps, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await openSetAside(ctx, id, reading);
        return presentInbound(await seenInbound(ctx.tx, { kind: 'baton', id: null }, id));
      });
    },
  );
}

function accounted(app: App, deps: Deps): void {
  app.get(
    '/api/mail/account',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'What was received each day, and what became of it: the sums are equal',
        tags,
        querystring: accountQuery,
        response: { 200: account },
      },
    },
    async ({ query }) => {
      const lines = await accountLines(deps, query);
      return { items: lines.map(presentAccountLine), next: null };
    },
  );
}

/** @throws Problem not_found when there is no such message, or none that the actor may see */
async function seenInbound(db: Db | Tx, actor: Actor, id: string) {
  const [row] = await listInbound(db, actor, { id, limit: 1 });
  if (!row) throw notFound('message');
  return row;
}
