import { inbound, inboundPage, inboundQuery } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { presentInbound } from '../present.ts';
import { listInbound } from '../store/mail-lists.ts';
import { cursor, seenInbound, tags } from './shared.ts';

/** What came in and what became of it. */
export function inboundRoutes(app: App, deps: Deps): void {
  listed(app, deps);
  single(app, deps);
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
}
