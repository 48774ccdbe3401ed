import {
  customer,
  customerChange,
  customerPage,
  customerQuery,
  newCustomer,
} from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { httpCommand } from '../../platform/http-command.ts';
import { pageOf, readCursor } from '../../platform/http-cursor.ts';
import { byId } from '../../platform/http-params.ts';
import type { App } from '../../platform/http-types.ts';
import { notFound } from '../../platform/refusals.ts';
import { recordAccess } from '../auth/index.ts';
import { changeCustomer } from './commands/change-customer.ts';
import { createCustomer } from './commands/create-customer.ts';
import { presentCustomer } from './present.ts';
import { referenceRoutes } from './routes-references.ts';
import { type CustomerScope, listCustomers, visibleCustomer } from './store/customers.ts';

const tags = ['Customers'];
const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Customers; `scope` comes from the cases, which decide whose history an agent may see. */
export function customerRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  readCustomers(app, deps, scope);
  writeCustomers(app, deps, scope);
  referenceRoutes(app, deps, scope);
}

function readCustomers(app: App, deps: Deps, scope: CustomerScope): void {
  app.get(
    '/api/customers',
    {
      config: { access: 'reader' },
      schema: {
        summary:
          'Customers, the latest first; ?email= finds by address, ?q= by beginnings of words',
        tags,
        querystring: customerQuery,
        response: { 200: customerPage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      const search = { ...query, after: readCursor(query.cursor, cursor) };
      const rows = await listCustomers(deps.db, search, await scope(deps.db, actor));
      const page = pageOf(rows, query.limit, (last) => [last.created_at.toISOString(), last.id]);
      const detail = { list: 'customers', ids: page.items.map(({ id }) => id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return { items: page.items.map(presentCustomer), next: page.next };
    },
  );

  app.get(
    '/api/customers/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One customer', tags, params: byId, response: { 200: customer } },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const shown = await shownCustomer(deps.db, id, actor, scope);
      await recordAccess(deps.db, actor, { kind: 'customer', id, address: ip });
      return shown;
    },
  );
}

function writeCustomers(app: App, deps: Deps, scope: CustomerScope): void {
  app.post(
    '/api/customers',
    {
      config: { access: 'agent', problems: ['already_exists'] },
      schema: {
        summary: 'Writes a customer down',
        tags,
        body: newCustomer,
        response: { 201: customer },
      },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const id = await createCustomer(ctx, request.body);
        // Whoever writes a customer down sees what they wrote, though no case shows it yet.
        return shownCustomer(ctx.tx, id, ctx.actor, async () => null);
      });
    },
  );

  app.patch(
    '/api/customers/:id',
    {
      config: { access: 'agent', problems: ['already_exists'] },
      schema: {
        summary: 'Changes a customer',
        tags,
        params: byId,
        body: customerChange,
        response: { 200: customer },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await shownCustomer(ctx.tx, id, ctx.actor, scope);
        await changeCustomer(ctx, id, body);
        return shownCustomer(ctx.tx, id, ctx.actor, scope);
      }),
  );
}

/** @throws Problem not_found, also for a customer whom the actor may not see */
async function shownCustomer(db: Db | Tx, id: string, actor: Actor, scope: CustomerScope) {
  const row = await visibleCustomer(db, id, await scope(db, actor));
  if (!row) throw notFound('customer');
  return presentCustomer(row);
}
