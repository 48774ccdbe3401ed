import { sessions } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Audit, Routes } from '../../../platform/http-types.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { notFound } from '../../../platform/refusals.ts';
import { asAgent } from '../identity.ts';
import { presentSession } from '../present-session.ts';
import { forgetDeviceOfSession, forgetDevicesOf } from '../store/devices.ts';
import { endOtherSessions, endSession, sessionsOf } from '../store/sessions.ts';
import { endSessions, knownAgent } from '../store/sign-ins.ts';
import { ownSession, ownSignIn } from './own-session.ts';

const tags = ['Access'];
const nothing = z.undefined().describe('Done');

async function listOf(deps: Deps, agentId: string, currentId: string | null) {
  const rows = await sessionsOf(deps.db, agentId, await instant(deps.db, deps));
  return { items: rows.map((row) => presentSession(row, currentId)) };
}

const own: Routes = (app, deps) => {
  app.get(
    '/api/auth/sessions',
    {
      config: { access: 'reader' },
      schema: { summary: 'Where you are signed in', tags, response: { 200: sessions } },
    },
    async (request) => {
      const { id, agentId } = ownSession(request);
      return listOf(deps, agentId, id);
    },
  );

  app.delete(
    '/api/auth/sessions/:id',
    {
      config: { access: 'reader', notASetting: ownSignIn },
      schema: {
        summary: 'Ends one of your sessions, at once and on all servers',
        tags,
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await runCommand(deps, request.identity.actor, async ({ tx }) => {
        const { id } = request.params;
        if (!(await endSession(tx, agentId, id))) throw notFound('session');
        await forgetDeviceOfSession(tx, agentId, id);
      });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/auth/sessions',
    {
      config: { access: 'reader', notASetting: ownSignIn },
      schema: {
        summary: 'Ends all your sessions but this one',
        tags,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { agentId, id } = ownSession(request);
      await runCommand(deps, request.identity.actor, async ({ tx }) => {
        await endOtherSessions(tx, agentId, id);
        await forgetDevicesOf(tx, agentId, id);
      });
      return reply.code(204).send();
    },
  );
};

/** What is written down is how many were ended. */
const audit = { kind: 'sessions', read: 'answer' } satisfies Audit;

const ofOthers: Routes = (app, deps) => {
  app.get(
    '/api/agents/:id/sessions',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Where an agent is signed in',
        tags,
        params: byId,
        response: { 200: sessions },
      },
    },
    async (request) => {
      if (!(await knownAgent(deps.db, request.params.id))) throw notFound('agent');
      return listOf(deps, request.params.id, request.identity.session?.id ?? null);
    },
  );

  app.delete(
    '/api/agents/:id/sessions',
    {
      config: { access: 'admin', stepUp: true, audit },
      schema: {
        summary: 'Signs an agent out everywhere, at once and on all servers',
        tags,
        params: byId,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const agent = await knownAgent(deps.db, id);
      if (!agent) throw notFound('agent');
      refuseToGiveMore(request.identity, asAgent(agent).limits);
      await runCommand(deps, request.identity.actor, async ({ tx, now }) => {
        const ended = (await sessionsOf(tx, id, now)).length;
        await endSessions(tx, id);
        await forgetDevicesOf(tx, id);
        return { ended };
      });
      return reply.code(204).send();
    },
  );
};

/** Where people are signed in. */
export const sessionRoutes: Routes[] = [own, ofOthers];
