import {
  newSavedSearch,
  savedSearch,
  savedSearchChange,
  savedSearchCounts,
  savedSearches,
} from '@baton/contract';
import { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeSavedSearch } from '../commands/change-saved-search.ts';
import { dropSavedSearch } from '../commands/drop-saved-search.ts';
import { agentOf, keepSearch } from '../commands/keep-search.ts';
import { countsOf } from '../count-saved.ts';
import { presentSaved } from '../present.ts';
import { savedSearchById, savedSearchesOf } from '../store/saved.ts';

const tags = ['Cases'];
const notASetting = 'a list of its owner';

/** Searches that are kept as lists. */
export function savedSearchRoutes(app: App, deps: Deps): void {
  for (const add of [list, counts, keep, change, drop]) add(app, deps);
}

function list(app: App, deps: Deps): void {
  app.get(
    '/api/saved-searches',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The searches that you keep, and those shared with your teams',
        response: { 200: savedSearches },
      },
    },
    async ({ identity: { actor } }) => {
      if (actor.kind !== 'agent') return { items: [], next: null };
      const rows = await savedSearchesOf(deps.db, actor.id);
      return { items: rows.map((row) => presentSaved(row, actor.id)), next: null };
    },
  );
}

function counts(app: App, deps: Deps): void {
  app.get(
    '/api/saved-searches/counts',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'How many cases each of these searches finds, 99 at most',
        response: { 200: savedSearchCounts },
      },
    },
    async ({ identity: { actor } }) => {
      const rows = actor.kind === 'agent' ? await savedSearchesOf(deps.db, actor.id) : [];
      return { items: await countsOf(deps, actor, rows), next: null };
    },
  );
}

function keep(app: App, deps: Deps): void {
  app.post(
    '/api/saved-searches',
    {
      config: { access: 'reader', notASetting, problems: ['already_exists', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'Keeps a search as a list, for you or for a team that you lead',
        body: newSavedSearch,
        response: { 201: savedSearch },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shown(ctx, await keepSearch(ctx, request.body)),
      ),
  );
}

function change(app: App, deps: Deps): void {
  app.patch(
    '/api/saved-searches/:id',
    {
      config: { access: 'reader', notASetting, problems: ['unknown_reference'] },
      schema: {
        tags,
        summary: 'Renames a saved search, changes, shares or moves it',
        params: byId,
        body: savedSearchChange,
        response: { 200: savedSearch },
      },
    },
    async ({ params: { id }, body, identity: { actor } }) =>
      runCommand(deps, actor, async (ctx) => {
        await changeSavedSearch(ctx, id, body);
        return shown(ctx, id);
      }),
  );
}

function drop(app: App, deps: Deps): void {
  app.delete(
    '/api/saved-searches/:id',
    {
      config: { access: 'reader', notASetting },
      schema: {
        tags,
        summary: 'Keeps a search no longer',
        params: byId,
        response: { 204: z.null() },
      },
    },
    async ({ params: { id }, identity: { actor } }, reply) => {
      await runCommand(deps, actor, (ctx) => dropSavedSearch(ctx, id));
      return reply.code(204).send(null);
    },
  );
}

async function shown(ctx: Ctx, id: string) {
  const agentId = agentOf(ctx);
  const row = await savedSearchById(ctx.tx, agentId, id);
  if (!row) throw notFound('saved search');
  return presentSaved(row, agentId);
}
