import {
  draft,
  draftKind,
  draftPage,
  draftQuery,
  id,
  newDraft,
  newDraftRestoration,
} from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { bringBackDraft, discardDraft } from '../commands/discard-draft.ts';
import { dropDraft } from '../commands/drop-draft.ts';
import { keepDraft } from '../commands/keep-draft.ts';
import { presentDraft } from '../present-draft.ts';
import { draftsOf } from '../store/drafts.ts';
import { scopeOf } from '../store/scope.ts';
import { noteAccess, tags } from './shared.ts';

const afterDraft = z.tuple([z.iso.datetime(), z.uuid()]);
const nothing = z.undefined().describe('Done');
const place = z.strictObject({ id, kind: draftKind });
const ofDraft = z.strictObject({ id });

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
    async (request) => {
      const { query, identity } = request;
      const { actor } = identity;
      if (actor.kind !== 'agent') return { items: [], next: null };
      const from = readCursor(query.cursor, afterDraft);
      const after = from ? { at: new Date(from[0]), id: from[1] } : null;
      const page = { caseId: query.case, after, limit: query.limit + 1 };
      const rows = await draftsOf(deps.db, actor.id, await scopeOf(deps.db, actor), page);
      const { items, next } = pageOf(rows, query.limit, (last) => [
        last.updated_at.toISOString(),
        last.id,
      ]);
      const ids = items.filter(({ sees }) => sees).map(({ case_id }) => case_id);
      await noteAccess(deps, request, { kind: 'list', detail: { list: 'drafts', ids } });
      return { items: items.map(presentDraft), next };
    },
  );
  keepRoutes(app, deps);
  discardRoutes(app, deps);
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

/** By its own id, so that it can be done where its case is out of sight. */
function discardRoutes(app: App, deps: Deps): void {
  app.delete(
    '/api/drafts/:id',
    {
      config: { access: 'agent', problems: ['stale_version'] },
      schema: {
        tags,
        summary: 'Discards a draft of yours; for a day it can be brought back',
        params: ofDraft,
        response: { 204: nothing },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, async (ctx) => {
        await discardDraft(ctx, { draft: request.params.id, version: ifMatch(request) });
      }),
  );

  app.post(
    '/api/drafts/:id/restoration',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'Brings back a draft of yours that was discarded',
        params: ofDraft,
        body: newDraftRestoration,
        response: { 204: nothing },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, async (ctx) => {
        await bringBackDraft(ctx, { draft: request.params.id });
      }),
  );
}
