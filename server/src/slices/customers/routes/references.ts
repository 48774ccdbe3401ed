import { id, newReference, reference, referenceReveal, revealedReference } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Identity } from '../../../platform/http-types.ts';
import { rankIn } from '../../../platform/ranks.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addReference, removeReference, revealReference } from '../commands/references.ts';
import { presentReference } from '../present.ts';
import { type CustomerScope, visibleCustomer } from '../store/customers.ts';

const tags = ['References'];
const path = '/api/customers/:id/references';
const one = byId.extend({ reference: id });
const done = z.undefined().describe('Done');

/** Numbers of customers that are masked until somebody says why they need one. */
export function referenceRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  const seen = async (identity: Identity, customerId: string) => {
    const found = await visibleCustomer(deps.db, customerId, await scope(deps.db, seer(identity)));
    if (!found) throw notFound('customer');
  };
  changeReferences(app, deps, seen);

  app.post(
    `${path}/:reference/reveal`,
    {
      config: { access: 'agent', withoutKey: 'each look is one of its own and is written down.' },
      schema: {
        summary: 'Shows a number in full; who, when and why is written into the access log',
        tags,
        params: one,
        body: referenceReveal,
        response: { 200: revealedReference },
      },
    },
    async ({ params, body: { reason }, identity, ip }, reply) => {
      await seen(identity, params.id);
      const wish = { customerId: params.id, id: params.reference, reason, address: ip };
      const value = await runCommand(deps, identity.actor, (ctx) => revealReference(ctx, wish));
      reply.header('cache-control', 'private, no-store');
      return { value };
    },
  );
}

type Seen = (identity: Identity, customerId: string) => Promise<void>;

function changeReferences(app: App, deps: Deps, seen: Seen): void {
  app.post(
    path,
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'Writes a number of a customer down; from then on it is masked',
        tags,
        params: byId,
        body: newReference,
        response: { 201: reference },
      },
    },
    async (request, reply) => {
      const { id: customerId } = request.params;
      await seen(request.identity, customerId);
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        presentReference(await addReference(ctx, customerId, request.body)),
      );
    },
  );

  app.delete(
    `${path}/:reference`,
    {
      config: { access: 'agent' },
      schema: {
        summary: 'Takes a number of a customer away',
        tags,
        params: one,
        response: { 204: done },
      },
    },
    async ({ params, identity }, reply) => {
      await seen(identity, params.id);
      await runCommand(deps, identity.actor, (ctx) =>
        removeReference(ctx, params.id, params.reference),
      );
      return reply.code(204).send();
    },
  );
}

/** Whose numbers one may ask for is said by the area Customers, whatever the rank in this one. */
function seer({ actor, limits }: Identity): Actor {
  const role = rankIn(limits, 'Customers');
  if (role === 'none') throw notFound('customer');
  return { ...actor, role };
}
