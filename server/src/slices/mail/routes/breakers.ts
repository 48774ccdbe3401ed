import { recordAccess } from '../../auth/index.ts';
import { breaker, breakerActed, breakerPage, breakerQuery, newInboundAside } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { closeBreaker, releaseAllHeld, setAllHeldAside } from '../commands/act-on-breaker.ts';
import { presentBreaker } from '../present.ts';
import { listBreakers } from '../store/breakers.ts';
import { cursor, tags } from './shared.ts';

/** What is held back because too much came, and what is done about it. */
export function breakerRoutes(app: App, deps: Deps): void {
  listed(app, deps);
  decided(app, deps);
  closed(app, deps);
}

function listed(app: App, deps: Deps): void {
  app.get(
    '/api/mail/breakers',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'When too much came in a short time, the latest first, and what is held of it',
        tags,
        querystring: breakerQuery,
        response: { 200: breakerPage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      const after = readCursor(query.cursor, cursor);
      const rows = await listBreakers(deps.db, actor, {
        current: query.current === 'true',
        limit: query.limit,
        after: after && { at: new Date(after[0]), id: after[1] },
      });
      const page = pageOf(rows, query.limit, (last) => [last.openedAt.toISOString(), last.id]);
      const detail = { list: 'breakers', ids: page.items.map(({ id }) => id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentBreaker), next: page.next };
    },
  );
}

/** What becomes of all that is held. */
function decided(app: App, deps: Deps): void {
  app.post(
    '/api/mail/breakers/:id/release',
    {
      config: { access: 'lead', notASetting: 'it is work with mail' },
      schema: {
        summary: 'Lets all that is held become cases, as if it had just come',
        tags,
        params: byId,
        response: { 200: breakerActed },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await seenBreaker(deps.db, request.identity.actor, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => ({
        messages: await releaseAllHeld(ctx, id),
      }));
    },
  );

  app.post(
    '/api/mail/breakers/:id/set-aside',
    {
      config: { access: 'lead', notASetting: 'it is work with mail' },
      schema: {
        summary: 'Sets all that is held aside',
        tags,
        params: byId,
        body: newInboundAside,
        response: { 200: breakerActed },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await seenBreaker(deps.db, request.identity.actor, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => ({
        messages: await setAllHeldAside(ctx, id, request.body.reason),
      }));
    },
  );
}

function closed(app: App, deps: Deps): void {
  app.post(
    '/api/mail/breakers/:id/close',
    {
      config: { access: 'lead', notASetting: 'it is work with mail' },
      schema: {
        summary: 'Holds nothing more back, unless it is too much again',
        tags,
        params: byId,
        response: { 200: breaker },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await seenBreaker(deps.db, request.identity.actor, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await closeBreaker(ctx, id);
        return presentBreaker(await seenBreaker(ctx.tx, ctx.actor, id));
      });
    },
  );
}

/** @throws Problem not_found when there is no such breaker, or none that the actor may see */
async function seenBreaker(db: Db | Tx, actor: Actor, id: string) {
  const [row] = await listBreakers(db, actor, { id, limit: 1 });
  if (!row) throw notFound('breaker');
  return row;
}
