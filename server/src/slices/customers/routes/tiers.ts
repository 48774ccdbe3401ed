import { newTier, tier, tierChange, tiers } from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeTier, createTier, deleteTier } from '../commands/tiers.ts';
import { allTiers, tierById } from '../store/tiers.ts';

const tags = ['Customers'];

/** What is written down of a change. */
const audit = { kind: 'tier', read: (tx, { id }) => shown(tx, id) } satisfies Audit;

/** Tiers: what each adds for its customers, in words. */
export function tierRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/tiers',
    {
      config: { access: 'reader' },
      schema: { summary: 'All tiers in their order', tags, response: { 200: tiers } },
    },
    async () => ({ items: await allTiers(deps.db), next: null }),
  );

  app.post(
    '/api/tiers',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists'],
      },
      schema: { summary: 'Adds a tier', tags, body: newTier, response: { 201: tier } },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shown(ctx.tx, await createTier(ctx, request.body)),
      ),
  );

  changeTiers(app, deps);
}

function changeTiers(app: App, deps: Deps): void {
  app.patch(
    '/api/tiers/:id',
    {
      config: { access: 'admin', audit, problems: ['already_exists'] },
      schema: {
        summary: 'Changes a tier, or moves it',
        tags,
        params: byId,
        body: tierChange,
        response: { 200: tier },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await changeTier(ctx, params.id, body);
        return shown(ctx.tx, params.id);
      });
    },
  );

  app.delete(
    '/api/tiers/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use'] },
      schema: {
        summary: 'Takes a tier away that no customer has',
        tags,
        params: byId,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, (ctx) =>
        deleteTier(ctx, request.params.id),
      ),
  );
}

async function shown(db: Db | Tx, id: string) {
  const found = await tierById(db, id);
  if (!found) throw notFound('tier');
  return found;
}
