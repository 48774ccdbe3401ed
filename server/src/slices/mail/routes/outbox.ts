import { outbound, outboundPage, outboundQuery } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { releaseOutbound } from '../commands/release-outbound.ts';
import { presentOutbound } from '../present.ts';
import { notFound } from '../../../platform/refusals.ts';
import { listOutbound } from '../store/mail-lists.ts';
import { cursor, tags } from './shared.ts';

/** What goes out and what became of it. */
export function outboxRoutes(app: App, deps: Deps): void {
  readOutbox(app, deps);
  releaseHeld(app, deps);
}

function readOutbox(app: App, deps: Deps): void {
  app.get(
    '/api/mail/outbox',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Messages that go out, the latest first, each with its fate',
        tags,
        querystring: outboundQuery,
        response: { 200: outboundPage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      const { limit, cursor: from, ...filter } = query;
      const after = readCursor(from, cursor);
      const rows = await listOutbound(deps.db, actor, {
        ...filter,
        limit,
        after: after && { at: new Date(after[0]), id: after[1] },
      });
      const page = pageOf(rows, limit, (last) => [last.created_at.toISOString(), last.id]);
      const detail = { list: 'outbox', ids: page.items.map(({ id }) => id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentOutbound), next: page.next };
    },
  );

  app.get(
    '/api/mail/outbox/:id',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'One message that goes out',
        tags,
        params: byId,
        response: { 200: outbound },
      },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const shown = await shownOutbound(deps.db, actor, id);
      await recordAccess(deps.db, actor, { kind: 'message', id: shown.message, address: ip });
      return shown;
    },
  );
}

function releaseHeld(app: App, deps: Deps): void {
  app.post(
    '/api/mail/outbox/:id/release',
    {
      config: { access: 'admin', notASetting: 'it is work with mail', problems: ['wrong_status'] },
      schema: {
        summary: 'Sends a message that was held because no relay was set',
        tags,
        params: byId,
        response: { 200: outbound },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await releaseOutbound(ctx, request.params.id);
        return shownOutbound(ctx.tx, request.identity.actor, request.params.id);
      }),
  );
}

/** @throws Problem not_found when there is no such message, or none that the actor may see */
async function shownOutbound(db: Db | Tx, actor: Actor, id: string) {
  const [row] = await listOutbound(db, actor, { id, limit: 1 });
  if (!row) throw notFound('message in the outbox');
  return presentOutbound(row);
}
