import {
  customer,
  customerChange,
  customerPage,
  customerQuery,
  newCustomer,
} from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { changeCustomer } from '../commands/change-customer.ts';
import { createCustomer } from '../commands/create-customer.ts';
import { presentCustomer } from '../present.ts';
import { type CustomerScope, listCustomers } from '../store/customers.ts';
import { anybody, seenCustomer, shownCustomer } from './seen.ts';

const tags = ['Customers'];
const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Customers themselves; `scope` comes from the cases, which decide whom an agent may see. */
export function customerRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  readCustomers(app, deps, scope);
  writeCustomers(app, deps, scope);
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
    async ({ params: { id }, identity: { actor }, ip }, reply) => {
      const shown = await shownCustomer(deps.db, id, reply, { actor, scope });
      await recordAccess(deps.db, actor, { kind: 'customer', id, address: ip });
      return shown;
    },
  );
}

function writeCustomers(app: App, deps: Deps, scope: CustomerScope): void {
  app.post(
    '/api/customers',
    {
      config: { access: 'agent', problems: ['already_exists', 'unknown_reference'] },
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
        return shownCustomer(ctx.tx, id, reply, { actor: ctx.actor, scope: anybody });
      });
    },
  );

  app.patch(
    '/api/customers/:id',
    {
      config: {
        access: 'agent',
        problems: ['already_exists', 'stale_version', 'unknown_reference', 'wrong_status'],
      },
      schema: {
        summary: 'Changes a customer; If-Match refuses where somebody else was faster',
        tags,
        params: byId,
        body: customerChange,
        response: { 200: customer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return runCommand(deps, request.identity.actor, async (ctx) => {
        await seenCustomer(ctx.tx, id, ctx.actor, scope);
        await changeCustomer(ctx, id, request.body, ifMatch(request));
        return shownCustomer(ctx.tx, id, reply, { actor: ctx.actor, scope });
      });
    },
  );
}
