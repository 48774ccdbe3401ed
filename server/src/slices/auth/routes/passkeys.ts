import {
  newPasskey,
  passkeyAnswer,
  passkeyQuestion,
  passkeys,
  recoveryCodes,
  signedIn,
} from '@baton/contract';
import { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import { runCommand } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addPasskey } from '../commands/add-passkey.ts';
import { askForNewPasskey } from '../commands/ask-for-new-passkey.ts';
import { askForPasskey } from '../commands/ask-for-passkey.ts';
import { refuseToLackFactors } from '../commands/refuse-to-lack-factors.ts';
import { refuseOtherWays } from '../commands/refuse-other-ways.ts';
import { takePasskey } from '../commands/take-passkey.ts';
import { answerSignedIn, openSession } from '../sign-in.ts';
import { siteOf } from '../site.ts';
import { deletePasskey, passkeysOf } from '../store/passkeys.ts';
import { refuseTooMany } from '../throttle.ts';
import { ownSession, ownSignIn } from './own-session.ts';
import { webauthn } from '../webauthn.ts';

const tags = ['Access'];
const answeredOnce = 'a question to a passkey is answered once, and the next one is another.';

/** Coming in by a passkey alone. */
const signInByPasskey: Routes = (app, deps) => {
  app.post(
    '/api/auth/passkey-questions',
    {
      config: { access: 'public', problems: ['too_many_requests'], withoutKey: answeredOnce },
      schema: {
        summary: 'What a browser asks a passkey, for signing in or confirming who one is',
        tags,
        response: { 201: passkeyQuestion },
      },
    },
    async (request, reply) => {
      await refuseTooMany(deps, request, reply, 'passkey');
      const site = siteOf(request, deps);
      await webauthn();
      return reply.code(201).send(await runCommand(deps, baton, (ctx) => askForPasskey(ctx, site)));
    },
  );

  app.post(
    '/api/auth/sign-in/passkey',
    {
      config: {
        access: 'public',
        problems: ['wrong_proof', 'provider_required', 'too_many_requests'],
        withoutKey: answeredOnce,
      },
      schema: {
        summary: 'Signs in by a passkey, which counts as both factors',
        tags,
        body: passkeyAnswer,
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      await refuseTooMany(deps, request, reply, 'passkey');
      await webauthn();
      const { agentId, factorAt } = await runCommand(deps, baton, async (ctx) => {
        const agentId = await takePasskey(ctx, siteOf(request, deps), request.body);
        await refuseOtherWays(ctx.tx, agentId);
        return { agentId, factorAt: ctx.now };
      });
      await openSession(deps, request, reply, { agentId, way: 'passkey', factorAt });
      return answerSignedIn(deps, agentId, null);
    },
  );
};

const addOwn: Routes = (app, deps) => {
  app.post(
    '/api/auth/passkeys/question',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['enrolment'],
        stepUp: true,
        withoutKey: answeredOnce,
      },
      schema: {
        summary: 'What a browser asks a device for a new passkey',
        tags,
        response: { 201: passkeyQuestion },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await webauthn();
      const made = await runCommand(deps, request.identity.actor, (ctx) =>
        askForNewPasskey(ctx, agentId, siteOf(request, deps)),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/api/auth/passkeys',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['enrolment'],
        stepUp: true,
        problems: ['wrong_proof'],
        withoutKey: answeredOnce,
      },
      schema: {
        summary: 'Adds a passkey of yours; answers with recovery codes if there were none',
        tags,
        body: newPasskey,
        response: { 200: recoveryCodes },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await webauthn();
      const { codes, at } = await runCommand(deps, request.identity.actor, async (ctx) => ({
        codes: await addPasskey(ctx, agentId, siteOf(request, deps), request.body),
        at: ctx.now,
      }));
      await openSession(deps, request, reply, { agentId, factorAt: at });
      return { codes };
    },
  );
};

const ownOnes: Routes = (app, deps) => {
  app.get(
    '/api/auth/passkeys',
    {
      config: { access: 'reader' },
      schema: { summary: 'Your passkeys', tags, response: { 200: passkeys } },
    },
    async (request) => {
      const rows = await passkeysOf(deps.db, ownSession(request).agentId);
      return {
        items: rows.map(({ id, name, createdAt, lastUsedAt }) => ({
          id,
          name,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        })),
      };
    },
  );

  app.delete(
    '/api/auth/passkeys/:id',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        stepUp: true,
        problems: ['last_second_factor'],
      },
      schema: {
        summary: 'Takes a passkey of yours away',
        tags,
        params: byId,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await runCommand(deps, request.identity.actor, async (ctx) => {
        if (!(await deletePasskey(ctx.tx, agentId, request.params.id))) throw notFound('passkey');
        await refuseToLackFactors(ctx, agentId);
      });
      return reply.code(204).send();
    },
  );
};

/** Passkeys: signing in by them, adding them, taking them away. */
export const passkeyRoutes: Routes[] = [signInByPasskey, addOwn, ownOnes];
