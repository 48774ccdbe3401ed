import { shownSignInLink, renewedAgents } from '@baton/contract';
import { z } from 'zod';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Identity, Routes } from '../../../platform/http-types.ts';
import type { Deps } from '../../../platform/context.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { notFound } from '../../../platform/refusals.ts';
import { limitsOfAgent, linkUrl } from '../../auth/index.ts';
import { letAgentIn, renewAll } from '../commands/renew.ts';
import { agentsWhoComeIn, incidentById } from '../store/incidents.ts';
import { auditOfIncident } from './incidents.ts';

const tags = ['Access'];
const stored = z.object({ linkId: z.uuid(), expiresAt: z.string() });
const storedForAll = z.array(
  stored.extend({ agent: z.object({ id: z.uuid(), name: z.string() }) }),
);

/** How agents come in again after an incident: by one-time links, whose holders choose anew. */
export const lettingInRoutes: Routes = (app, deps) => {
  app.post(
    '/api/incidents/:id/letting-in',
    {
      config: { access: 'admin', stepUp: true, problems: ['wrong_status'], audit: auditOfIncident },
      schema: {
        summary: 'Lets the agent in again, by a one-time link for new credentials; shown once',
        tags,
        params: byId,
        response: { 201: shownSignInLink },
      },
    },
    async (request, reply) => {
      const found = await incidentById(deps.db, request.params.id);
      if (!found) throw notFound('incident');
      await refuseToOpen(deps, request.identity, [found.agent_id]);
      const complete = (body: unknown) => {
        const { linkId, expiresAt } = stored.parse(body);
        return { url: linkUrl(deps, linkId), expiresAt };
      };
      return httpCommand(deps, request, reply, { status: 201, complete }, (ctx) =>
        letAgentIn(ctx, request.params.id),
      );
    },
  );

  app.post(
    '/api/incidents/:id/renewals',
    {
      config: { access: 'admin', stepUp: true, audit: auditOfIncident },
      schema: {
        summary:
          'Forces new credentials upon all agents: sessions end, one-time links are shown once',
        tags,
        params: byId,
        response: { 201: renewedAgents },
      },
    },
    async (request, reply) => {
      const all = await deps.db.transaction().execute(agentsWhoComeIn);
      await refuseToOpen(
        deps,
        request.identity,
        all.map(({ id }) => id),
      );
      const complete = (body: unknown) => ({
        items: storedForAll.parse(body).map(({ agent, linkId, expiresAt }) => ({
          agent,
          url: linkUrl(deps, linkId),
          expiresAt,
        })),
      });
      return httpCommand(deps, request, reply, { status: 201, complete }, (ctx) =>
        renewAll(ctx, request.params.id),
      );
    },
  );
};

/** Whoever has the link comes in as the agent: nobody gets one for somebody who may more. */
async function refuseToOpen(deps: Deps, identity: Identity, agentIds: string[]): Promise<void> {
  for (const id of agentIds) refuseToGiveMore(identity, await limitsOfAgent(deps.db, id));
}
