import { customer, customerMerges, id, newCustomerMerge } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { mergeCustomers, unmergeCustomers } from '../commands/merge-customers.ts';
import { presentMerge } from '../present.ts';
import { visibleCustomer } from '../store/customers.ts';
import { mergesOf } from '../store/merges.ts';
import { anybody, type CustomerHooks, seenCustomer, shownCustomer } from './seen.ts';

const tags = ['Customers'];
const path = '/api/customers/:id/merges';

/** Two customers who turned out to be one, and how that is taken back. */
export function mergeRoutes(app: App, deps: Deps, hooks: CustomerHooks): void {
  app.get(
    path,
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Who turned out to be this customer, the latest first',
        tags,
        params: byId,
        response: { 200: customerMerges },
      },
    },
    async ({ params, identity: { actor }, ip }) => {
      await seenCustomer(deps.db, params.id, actor, hooks.scope);
      await recordAccess(deps.db, actor, { kind: 'customer', id: params.id, address: ip });
      return { items: (await mergesOf(deps.db, params.id)).map(presentMerge), next: null };
    },
  );

  app.post(
    path,
    {
      config: { access: 'agent', problems: ['unknown_reference', 'wrong_status'] },
      schema: {
        summary: 'Another customer turned out to be this one: everything of theirs comes here',
        tags,
        params: byId,
        body: newCustomerMerge,
        response: { 200: customer },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, hooks.scope);
        const other = await visibleCustomer(
          ctx.tx,
          body.customer,
          await hooks.scope(ctx.tx, ctx.actor),
        );
        if (!other) throw unknownReference('customer', 'not_there');
        await mergeCustomers(ctx, { survivorId: params.id, mergedId: body.customer }, hooks);
        return shownCustomer(ctx.tx, params.id, reply, { actor: ctx.actor, scope: hooks.scope });
      });
    },
  );

  partAgain(app, deps, hooks);
}

function partAgain(app: App, deps: Deps, hooks: CustomerHooks): void {
  app.delete(
    `${path}/:merge`,
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'The two are two again: what went along goes back',
        tags,
        params: byId.extend({ merge: id }),
        response: { 200: customer },
      },
    },
    async (request, reply) => {
      const { params } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, hooks.scope);
        await unmergeCustomers(ctx, { customerId: params.id, mergeId: params.merge }, hooks);
        // Who was parted may have gone out of sight with the cases; this answer is the last of them.
        return shownCustomer(ctx.tx, params.id, reply, { actor: ctx.actor, scope: anybody });
      });
    },
  );
}
