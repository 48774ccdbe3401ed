import { absenceOutlook, caseShape, offerList, outlookQuery, takingBack } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import { isAdmin } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { leaveOffer, takeBack } from '../commands/take-back.ts';
import { presentOffer } from '../present.ts';
import { offersFor } from '../store/offers.ts';
import { outlookFor } from '../absence-outlook.ts';
import { answerCase, caseParams, noteAccess, tags } from './shared.ts';

/** What an absence would do to cases, and what goes back after one. */
export function offerRoutes(app: App, deps: Deps): void {
  for (const add of [outlook, listOffers, takeBackCase, leaveCase]) add(app, deps);
}

function outlook(app: App, deps: Deps): void {
  app.get(
    '/api/agents/:id/absence-outlook',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'What would happen to the cases of an agent in an absence',
        params: byId,
        querystring: outlookQuery,
        response: { 200: absenceOutlook },
      },
    },
    async ({ params, query }) => {
      const now = await instant(deps.db, deps);
      return outlookFor(deps.db, { agentId: params.id, ...query }, now);
    },
  );
}

function listOffers(app: App, deps: Deps): void {
  app.get(
    '/api/agents/:id/offers',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'Cases offered back after an absence: to an agent, and by the agent to others',
        params: byId,
        response: { 200: offerList },
      },
    },
    async (request) => {
      refuseUnlessOwn(request.identity.actor, request.params.id);
      const offers = await offersFor(deps.db, request.params.id);
      const ids = offers.map((one) => one.case_id);
      await noteAccess(deps, request, { kind: 'list', detail: { list: 'offers', ids } });
      return { items: offers.map(presentOffer), next: null };
    },
  );
}

function takeBackCase(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/taking-back',
    {
      config: {
        access: 'agent',
        problems: ['stale_version', 'wrong_status', 'agent_absent'],
      },
      schema: {
        tags,
        summary: 'Gives a case back to whoever held it before an absence; by either of the two',
        params: caseParams,
        body: takingBack,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = request.params.id;
        const agent = request.body.agent ?? null;
        await takeBack(ctx, { caseId, version: ifMatch(request), agent });
        return answerCase(ctx, reply, caseId);
      }),
  );
}

function leaveCase(app: App, deps: Deps): void {
  app.delete(
    '/api/cases/:id/taking-back',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'Leaves a case that is offered back to you where it is',
        params: caseParams,
        response: { 200: offerList },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await leaveOffer(ctx, { caseId: request.params.id });
        const own = ctx.actor.kind === 'agent' ? await offersFor(ctx.tx, ctx.actor.id) : [];
        return { items: own.map(presentOffer), next: null };
      }),
  );
}

/** @throws Problem forbidden for what is offered to somebody else, unless by an administrator */
function refuseUnlessOwn(actor: Actor, agentId: string): void {
  if (isAdmin(actor) || actor.id === agentId) return;
  throw new Problem('forbidden', { detail: 'Everybody sees what is offered back to them.' });
}
