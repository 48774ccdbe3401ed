import { givenFactor, secondFactor, signedIn } from '@baton/contract';
import { runCommand } from '../../../platform/db.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { takeFactor } from '../commands/take-factor.ts';
import { deviceFor } from '../known-devices.ts';
import { answerSignedIn, openSession } from '../sign-in.ts';
import { factorsOf } from '../store/factors.ts';
import { forgetTries, refuseTooManyTries } from '../throttle.ts';
import { ownSession, ownSignIn } from './own-session.ts';

/** Why these answers are not kept under an Idempotency-Key. */
const codeCountsOnce =
  'the answer is a session, which is not stored to be given again, and a code counts once.';

/** Giving the second factor. */
export const secondFactorRoutes: Routes = (app, deps) => {
  app.get(
    '/api/auth/second-factor',
    {
      config: { access: 'reader', lacking: ['second_factor', 'enrolment'] },
      schema: {
        summary: 'Your own second factors, and what this session still lacks',
        tags: ['Access'],
        response: { 200: secondFactor },
      },
    },
    async (request) => {
      const { agentId, lacks } = ownSession(request);
      const { authenticator, passkeys, recoveryCodes, required } = await factorsOf(
        deps.db,
        agentId,
      );
      return { lacks, authenticator, passkeys, recoveryCodes, required };
    },
  );

  app.post(
    '/api/auth/second-factor',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['second_factor', 'enrolment'],
        problems: ['wrong_proof', 'wrong_status', 'too_many_requests'],
        withoutKey: codeCountsOnce,
      },
      schema: {
        summary: 'Gives the second factor: a code of the authenticator, or a recovery code',
        tags: ['Access'],
        body: givenFactor,
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      const { agentId, lacks } = ownSession(request);
      if (lacks !== 'second_factor') throw nothingToGive();
      // Whoever has the password only must not use up the tries of its owner's own device.
      const device = await deviceFor(deps, request, { agentId });
      const key = device === null ? `factor|${agentId}` : `factor|${agentId}|${device}`;
      await refuseTooManyTries(deps, reply, key);
      const factorAt = await runCommand(deps, request.identity.actor, async (ctx) => {
        await takeFactor(ctx, agentId, request.body);
        return ctx.now;
      });
      await forgetTries(deps, key);
      await openSession(deps, request, reply, { agentId, factorAt });
      return answerSignedIn(deps, agentId, null);
    },
  );
};

function nothingToGive(): Problem {
  return new Problem('wrong_status', { detail: 'This session does not ask for a second factor.' });
}
