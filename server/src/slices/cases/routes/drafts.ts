import { draft, draftKind, draftPage, draftQuery, id, newDraft } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { dropDraft } from '../commands/drop-draft.ts';
import { keepDraft } from '../commands/keep-draft.ts';
import { presentDraft } from '../present-draft.ts';
import { draftsOf } from '../store/drafts.ts';
import { tags } from './shared.ts';

const afterDraft = z.tuple([z.iso.datetime(), z.uuid()]);
const nothing = z.undefined().describe('Done');
const place = z.strictObject({ id, kind: draftKind });

/** What one is writing oneself. Also of cases that have left one's hands and one's sight. */
export function draftRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/drafts',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'What you are writing and have not sent, the latest first',
        querystring: draftQuery,
        response: { 200: draftPage },
      },
    },
    async ({ query, identity: { actor } }) => {
      if (actor.kind !== 'agent') return { items: [], next: null };
      const from = readCursor(query.cursor, afterDraft);
      const after = from ? { at: new Date(from[0]), id: from[1] } : null;
      const page = { caseId: query.case, after, limit: query.limit + 1 };
      const rows = await draftsOf(deps.db, actor.id, page);
      const { items, next } = pageOf(rows, query.limit, (last) => [
        last.updated_at.toISOString(),
        last.id,
      ]);
      return { items: items.map(presentDraft), next };
    },
  );
  keepRoutes(app, deps);
}

function keepRoutes(app: App, deps: Deps): void {
  app.put(
    '/api/cases/:id/drafts/:kind',
    {
      config: { access: 'agent', problems: ['stale_version', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'Keeps what you are writing, as you write it',
        params: place,
        body: newDraft,
        response: { 200: draft },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const { id: caseId, kind } = request.params;
        const on = { caseId, kind, version: ifMatch(request) };
        const row = await keepDraft(ctx, { ...on, ...request.body });
        sendETag(reply, row.version);
        return presentDraft(row);
      }),
  );

  app.delete(
    '/api/cases/:id/drafts/:kind',
    {
      config: { access: 'agent', problems: ['stale_version'] },
      schema: {
        tags,
        summary: 'Throws a draft of yours away',
        params: place,
        response: { 204: nothing },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, async (ctx) => {
        const { id: caseId, kind } = request.params;
        await dropDraft(ctx, { caseId, kind, version: ifMatch(request) });
      }),
  );
}
