import { customer, customerChangePage, newReview, pageQuery } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { confirmContact } from '../commands/confirm-contact.ts';
import { presentChange } from '../present.ts';
import type { CustomerScope } from '../store/customers.ts';
import { changesOfCustomer } from '../store/record.ts';
import { seenCustomer, shownCustomer } from './seen.ts';

const tags = ['Customers'];
const cursor = z.tuple([z.number().int()]);

/** Who changed what of a record, and that its contact data were confirmed. */
export function recordRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  app.get(
    '/api/customers/:id/changes',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Who changed what of a customer, from what to what, the latest first',
        tags,
        params: byId,
        querystring: pageQuery,
        response: { 200: customerChangePage },
      },
    },
    async ({ params, query, identity: { actor }, ip }) => {
      await seenCustomer(deps.db, params.id, actor, scope);
      await recordAccess(deps.db, actor, { kind: 'customer', id: params.id, address: ip });
      const [before] = readCursor(query.cursor, cursor) ?? [];
      const rows = await changesOfCustomer(deps.db, params.id, before, query.limit);
      const page = pageOf(rows, query.limit, (last) => [last.seq]);
      return { items: page.items.map(presentChange), next: page.next };
    },
  );

  app.post(
    '/api/customers/:id/reviews',
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'The contact data were confirmed; the next time is set',
        tags,
        params: byId,
        body: newReview,
        response: { 200: customer },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        await confirmContact(ctx, params.id, body.on);
        return shownCustomer(ctx.tx, params.id, reply, { actor: ctx.actor, scope });
      });
    },
  );
}
