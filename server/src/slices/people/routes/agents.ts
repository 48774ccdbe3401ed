import { agent, agentChange, agentPage, newAgent, pageQuery } from '@baton/contract';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { Problem } from '../../../platform/problem.ts';
import { everywhere } from '../../../platform/ranks.ts';
import { changeAgent } from '../commands/change-agent.ts';
import { createAgent } from '../commands/create-agent.ts';
import { mayChangeAgent } from '../policy.ts';
import { presentAgent } from '../present.ts';
import { notFound } from '../../../platform/refusals.ts';
import { agentWithTeams, listAgents } from '../store/agents.ts';
import { auditOf } from '../audit-of.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

const audit = auditOf('agent', shownAgent);
const cursor = z.tuple([z.string(), z.uuid()]);

const readAgents: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/agents',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Agents by name',
        tags,
        querystring: pageQuery,
        response: { 200: agentPage },
      },
    },
    async ({ query }) => {
      const rows = await listAgents(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.sort, last.id]);
      return { items: page.items.map(presentAgent), next: page.next };
    },
  );

  app.get(
    '/api/agents/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One agent', tags, params: byId, response: { 200: agent } },
    },
    async ({ params: { id } }, reply) => {
      const shown = await shownAgent(deps.db, id);
      sendETag(reply, shown.version);
      return shown;
    },
  );
};

const addAgents: PeopleRoutes = (app, deps) => {
  app.post(
    '/api/agents',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference'],
      },
      schema: { summary: 'Adds an agent', tags, body: newAgent, response: { 201: agent } },
    },
    async (request, reply) => {
      refuseToGiveMore(request.identity, [everywhere(request.body.role)]);
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownAgent(ctx.tx, await createAgent(ctx, request.body)),
      );
    },
  );
};

const changeAgents: PeopleRoutes = (app, deps, hooks) => {
  app.patch(
    '/api/agents/:id',
    {
      // Agents may change their own language, zone and signature; the rest is for administrators.
      config: {
        access: 'reader',
        stepUp: changesAccess,
        audit,
        problems: [
          ...(['already_exists', 'unknown_reference', 'still_in_use'] as const),
          ...(['last_active_agent', 'no_one_to_hold_it', 'stale_version'] as const),
        ],
      },
      schema: {
        summary:
          'Changes an agent; active: false hands over their cases first; If-Match names the version seen',
        tags,
        params: byId,
        body: agentChange,
        response: { 200: agent },
      },
    },
    async (request, reply) => {
      const { body, identity } = request;
      const { id } = request.params;
      if (!mayChangeAgent(identity.actor, id, body)) {
        throw new Problem('forbidden', {
          detail:
            'Agents may change their own language, zone and signature; the rest asks for an administrator.',
        });
      }
      // Whoever could change the address of somebody who may more could come in as them.
      const { role } = await shownAgent(deps.db, id);
      if (id !== identity.actor.id) refuseToGiveMore(identity, [everywhere(role)]);
      if (body.role) refuseToGiveMore(identity, [everywhere(body.role)]);
      const on = { id, version: ifMatch(request) };
      const after = await runCommand(deps, identity.actor, async (ctx) => {
        await changeAgent(ctx, on, body, hooks);
        return shownAgent(ctx.tx, id);
      });
      sendETag(reply, after.version);
      return after;
    },
  );
};

export const agentRoutes: PeopleRoutes[] = [readAgents, addAgents, changeAgents];

async function shownAgent(db: Db | Tx, id: string) {
  const row = await agentWithTeams(db, id);
  if (!row) throw notFound('agent');
  return presentAgent(row);
}

/** Whether a change decides who may come in, or how far. */
function changesAccess(body: unknown): boolean {
  return ['active', 'role', 'email'].some((name) => Object.hasOwn(body as object, name));
}
