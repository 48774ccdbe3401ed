import { customer, id, identityChange, newIdentity } from '@baton/contract';
import { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { addIdentity, changeIdentity, removeIdentity } from '../commands/identities.ts';
import type { CustomerScope } from '../store/customers.ts';
import { seenCustomer, shownCustomer } from './seen.ts';

const tags = ['Customers'];
const path = '/api/customers/:id/identities';
const one = byId.extend({ identity: id });
const response = { 200: customer };
const config = { access: 'agent', problems: ['already_exists', 'wrong_status'] } as const;
const done = { status: 200 };

/** The addresses, numbers and handles of a customer, one by one. */
export function identityRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  /** Does something for a customer whom the actor sees, and shows them. */
  const acting =
    (
      reply: Parameters<typeof shownCustomer>[2],
      customerId: string,
      act: (ctx: Ctx) => Promise<void>,
    ) =>
    async (ctx: Ctx) => {
      await seenCustomer(ctx.tx, customerId, ctx.actor, scope);
      await act(ctx);
      return shownCustomer(ctx.tx, customerId, reply, { actor: ctx.actor, scope });
    };

  app.post(
    path,
    {
      config,
      schema: {
        summary: 'Gives a customer one more address, number or handle',
        tags,
        params: byId,
        body: newIdentity,
        response,
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const act = acting(reply, params.id, (ctx) => addIdentity(ctx, params.id, body));
      await httpCommand(deps, request, reply, done, act);
    },
  );

  app.patch(
    `${path}/:identity`,
    {
      config,
      schema: {
        summary: 'Puts an address, number or handle right, or says that it is surely theirs',
        tags,
        params: one,
        body: identityChange,
        response,
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const act = acting(reply, params.id, (ctx) =>
        changeIdentity(ctx, params.id, params.identity, body),
      );
      await httpCommand(deps, request, reply, done, act);
    },
  );

  removal(app, deps, scope);
}

function removal(app: App, deps: Deps, scope: CustomerScope): void {
  app.delete(
    `${path}/:identity`,
    {
      config,
      schema: {
        summary: 'Takes an address, number or handle away',
        tags,
        params: one,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { params } = request;
      await httpCommand(deps, request, reply, { status: 204 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        await removeIdentity(ctx, params.id, params.identity);
      });
    },
  );
}
