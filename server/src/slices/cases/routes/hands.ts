import { caseShape, followers, id, newFollower, newHandover } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { ownId } from '../../../platform/own-id.ts';
import { endDraft } from '../commands/drop-draft.ts';
import { follow, unfollow } from '../commands/follow.ts';
import { handAcross } from '../commands/hand-across.ts';
import { handDown } from '../commands/hand-down.ts';
import { passUp } from '../commands/pass-up.ts';
import { followersOf } from '../store/read.ts';
import { answerCase, caseParams, noteAccess, seenCase, tags } from './shared.ts';

/** Whose hands a case is in, and who is kept informed. */
export function handRoutes(app: App, deps: Deps): void {
  for (const add of [handOver, listFollowers, addFollower, removeFollower]) add(app, deps);
}

function handOver(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/handovers',
    {
      config: {
        access: 'agent',
        problems: [
          'not_owner',
          'stale_version',
          'wrong_status',
          'wrong_level',
          'at_the_top',
          'unknown_reference',
          'no_one_to_hold_it',
          'agent_absent',
        ],
      },
      schema: {
        tags,
        summary:
          'Passes the case up, hands it across within its level, or down to an agent by name',
        params: caseParams,
        body: newHandover,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = request.params.id;
        const on = { caseId, version: ifMatch(request) };
        const { body } = request;
        if (body.direction === 'up') await passUp(ctx, { ...on, ...body });
        else if (body.direction === 'down') await handDown(ctx, { ...on, ...body });
        else await handAcross(ctx, { ...on, ...body });
        await endDraft(ctx, caseId, body.draft);
        // Whoever handed the case over held it, and so may still see it.
        return answerCase(ctx, reply, caseId);
      }),
  );
}

function listFollowers(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/followers',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Who is kept informed',
        params: caseParams,
        response: { 200: followers },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      return { items: await followersOf(deps.db, [row.id]), next: null };
    },
  );
}

function addFollower(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/followers',
    {
      config: { access: 'agent', problems: ['unknown_reference'] },
      schema: {
        tags,
        summary: 'Keeps an agent informed; without a name, you',
        params: caseParams,
        body: newFollower,
        response: { 201: followers },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = request.params.id;
        await follow(ctx, { caseId, agent: request.body.agent ?? ownId(ctx.actor) });
        return { items: await followersOf(ctx.tx, [caseId]), next: null };
      }),
  );
}

function removeFollower(app: App, deps: Deps): void {
  app.delete(
    '/api/cases/:id/followers/:agent',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'Keeps an agent informed no longer',
        params: z.strictObject({ id, agent: id }),
        response: { 200: followers },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const { id: caseId, agent } = request.params;
        await unfollow(ctx, { caseId, agent });
        return { items: await followersOf(ctx.tx, [caseId]), next: null };
      }),
  );
}
