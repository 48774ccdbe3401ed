import { authenticatorProof, newAuthenticator, recoveryCodes } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { beginAuthenticator } from '../commands/begin-authenticator.ts';
import { proveAuthenticator } from '../commands/prove-authenticator.ts';
import { removeAuthenticator } from '../commands/remove-authenticator.ts';
import { renewRecoveryCodes } from '../commands/renew-recovery-codes.ts';
import { openSession } from '../sign-in.ts';
import { forgetTries, refuseTooManyTries } from '../throttle.ts';
import { ownSession, ownSignIn } from './own-session.ts';

const shownOnce =
  'the answer holds what is shown once and stored nowhere. Asking again makes another.';

const setUp: Routes = (app, deps) => {
  app.post(
    '/api/auth/authenticator',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['enrolment'],
        stepUp: true,
        withoutKey: shownOnce,
      },
      schema: {
        summary: 'A secret for your authenticator; it counts once its code was shown to fit',
        tags: ['Access'],
        response: { 201: newAuthenticator },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      const made = await runCommand(deps, request.identity.actor, (ctx) =>
        beginAuthenticator(ctx, agentId),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/api/auth/authenticator/proof',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['enrolment'],
        stepUp: true,
        problems: ['wrong_proof', 'too_many_requests'],
        withoutKey: shownOnce,
      },
      schema: {
        summary: 'Puts the authenticator in use; answers with recovery codes if there were none',
        tags: ['Access'],
        body: authenticatorProof,
        response: { 200: recoveryCodes },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await refuseTooManyTries(deps, reply, `proof|${agentId}`);
      const { codes, at } = await runCommand(deps, request.identity.actor, async (ctx) => ({
        codes: await proveAuthenticator(ctx, agentId, request.body.code),
        at: ctx.now,
      }));
      await forgetTries(deps, `proof|${agentId}`);
      await openSession(deps, request, reply, { agentId, factorAt: at });
      return { codes };
    },
  );
};

const giveUp: Routes = (app, deps) => {
  app.delete(
    '/api/auth/authenticator',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        stepUp: true,
        problems: ['not_found', 'last_second_factor'],
      },
      schema: {
        summary: 'Takes your authenticator away',
        tags: ['Access'],
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      await runCommand(deps, request.identity.actor, (ctx) => removeAuthenticator(ctx, agentId));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/auth/recovery-codes',
    {
      config: { access: 'reader', notASetting: ownSignIn, stepUp: true, withoutKey: shownOnce },
      schema: {
        summary: 'New recovery codes in place of all that you had; shown only now',
        tags: ['Access'],
        response: { 201: recoveryCodes },
      },
    },
    async (request, reply) => {
      const { agentId } = ownSession(request);
      const codes = await runCommand(deps, request.identity.actor, (ctx) =>
        renewRecoveryCodes(ctx, agentId),
      );
      return reply.code(201).send({ codes });
    },
  );
};

/** One's own authenticator and recovery codes. */
export const authenticatorRoutes: Routes[] = [setUp, giveUp];
