import { newPushDevice, pushDevices } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { byId } from '../../platform/http-params.ts';
import type { HttpRequest, Routes, SessionState } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { invalid, notFound } from '../../platform/refusals.ts';
import { fetchRefusal } from '../../platform/fetch-outside.ts';
import { addDevice } from './commands/add-device.ts';
import { presentDevice } from './present.ts';
import { pushKey } from './push-keys.ts';
import { deleteDevice, devicesOf } from './store/devices.ts';

const tags = ['Notices'];

/** @throws Problem forbidden for a key: it has no browser */
function inBrowser(request: HttpRequest): SessionState & { agentId: string } {
  const { session, actor } = request.identity;
  if (session && actor.kind === 'agent') return { ...session, agentId: actor.id };
  throw new Problem('forbidden', { detail: 'Only who is signed in has devices to be told on.' });
}

async function shown(deps: Deps, { agentId, id }: { agentId: string; id: string }) {
  const key = await runCommand(deps, { kind: 'baton', id: null }, pushKey);
  const devices = await devicesOf(deps.db, agentId);
  return { key: key.publicKey, items: devices.map((row) => presentDevice(row, id)) };
}

/** The devices on which one is told by push. */
export const routes: Routes = (app, deps) => {
  app.get(
    '/api/push-devices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'On which devices you are told by push, and the key that may push',
        response: { 200: pushDevices },
      },
    },
    async (request) => shown(deps, inBrowser(request)),
  );

  app.put(
    '/api/push-devices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'You want to be told by push in this browser while you are signed in there',
        body: newPushDevice,
        response: { 200: pushDevices },
      },
    },
    async (request) => {
      const { agentId, id: sessionId } = inBrowser(request);
      const refusal = await fetchRefusal(deps.settings, request.body.endpoint);
      if (refusal !== null) throw invalid('endpoint', 'not_asked');
      const userAgent = request.headers['user-agent'] ?? null;
      await runCommand(deps, request.identity.actor, (ctx) =>
        addDevice(ctx, { agentId, sessionId, userAgent }, request.body),
      );
      return shown(deps, { agentId, id: sessionId });
    },
  );

  app.delete(
    '/api/push-devices/:id',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'One of your devices is told no more',
        params: byId,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { agentId } = inBrowser(request);
      await runCommand(deps, request.identity.actor, async ({ tx }) => {
        if (!(await deleteDevice(tx, agentId, request.params.id))) throw notFound('device');
      });
      return reply.code(204).send();
    },
  );
};
