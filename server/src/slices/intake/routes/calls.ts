import { call, callChange, calls, currentCall, newCall, newCallMark } from '@baton/contract';
import { z } from 'zod';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { seenCase } from '../../cases/index.ts';
import { beginCall } from '../commands/begin-call.ts';
import { changeCall } from '../commands/change-call.ts';
import { markCall } from '../commands/mark-call.ts';
import { sendCall } from '../commands/send-call.ts';
import { presentCall } from '../present-call.ts';
import { callsOfCase, currentCallOf, shownCall } from '../store/calls.ts';

const tags = ['Cases'];
/** For so long something is asked to be added to a call that has ended. */
const addedWithinMs = dayMs / 2;

/** Calls: begun, marked, written down, put right, sent to the customer. */
export function callRoutes(app: App, deps: Deps): void {
  for (const add of [listOfCase, showCurrent, begin, mark, change, send]) add(app, deps);
}

function listOfCase(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/calls',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'All calls about a case, oldest first',
        params: byId,
        response: { 200: calls },
      },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const found = await seenCase(deps.db, actor, id);
      await recordAccess(deps.db, actor, { kind: 'case', id: found.id, address: ip });
      const [rows, now] = [await callsOfCase(deps.db, found.id), await instant(deps.db, deps)];
      return { items: rows.map((row) => presentCall(row, now)), next: null };
    },
  );
}

function showCurrent(app: App, deps: Deps): void {
  app.get(
    '/api/calls/current',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'The call that you are on, or the last one to which something may be added',
        response: { 200: currentCall },
      },
    },
    async ({ identity: { actor }, ip }) => {
      const now = await instant(deps.db, deps);
      const found = await currentCallOf(deps.db, actor.id, plus(now, -addedWithinMs));
      if (found?.caseId) {
        await recordAccess(deps.db, actor, { kind: 'case', id: found.caseId, address: ip });
      }
      return { call: found && presentCall(found, now) };
    },
  );
}

function begin(app: App, deps: Deps): void {
  app.post(
    '/api/calls',
    {
      config: { access: 'agent', problems: ['already_exists'] },
      schema: {
        tags,
        summary: 'A call of yours begins now; one that came in has reached you by that',
        body: newCall,
        response: { 201: call },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id } = await beginCall(ctx, request.body);
        return answer(ctx, id);
      }),
  );
}

function mark(app: App, deps: Deps): void {
  app.post(
    '/api/calls/:id/marks',
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        tags,
        summary: 'Held, resumed, reached or ended: now',
        params: byId,
        body: newCallMark,
        response: { 201: call },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await markCall(ctx, request.params.id, request.body.kind);
        return answer(ctx, request.params.id);
      }),
  );
}

function change(app: App, deps: Deps): void {
  app.patch(
    '/api/calls/:id',
    {
      config: { access: 'agent', problems: ['not_owner', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Writes down a call, or puts it right; how it had been is kept',
        params: byId,
        body: callChange,
        response: { 200: call },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await changeCall(ctx, request.params.id, request.body);
        return answer(ctx, request.params.id);
      }),
  );
}

function send(app: App, deps: Deps): void {
  app.post(
    '/api/calls/:id/sending',
    {
      config: { access: 'agent', problems: ['not_owner', 'nobody_to_write_to', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Sends the record of a call to the customer',
        params: byId,
        body: z.strictObject({}),
        response: { 201: call },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await sendCall(ctx, request.params.id);
        return answer(ctx, request.params.id);
      }),
  );
}

async function answer(ctx: Ctx, id: string) {
  return presentCall((await shownCall(ctx.tx, id))!, await instant(ctx.tx, ctx.deps));
}
