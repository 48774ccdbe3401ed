import { passwordChange, signedIn, signIn as signInBody } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import type { Deps } from '../../../platform/context.ts';
import type { App, Routes } from '../../../platform/http-types.ts';
import { changePassword } from '../commands/change-password.ts';
import { askBetterAuth, openSession, signIn } from '../sign-in.ts';
import { forgetTries, refuseTooManyTries } from '../throttle.ts';
import { ownSession } from './own-session.ts';

const nothing = z.undefined().describe('Done');

/** Why the answers of these routes are not kept under an Idempotency-Key. */
const withoutKey = {
  signIn:
    'the answer is a session, which is not stored to be given again. Signing in again opens ' +
    'another session and changes nothing else.',
  signOut: 'signing out again finds the session ended and answers `not_signed_in`.',
  changePassword:
    'the session that asks is replaced by a new one, so that the same request again answers ' +
    '`not_signed_in` and changes nothing. Whoever lost the answer signs in with the new password.',
};

export const signInRoutes: Routes = (app, deps) => {
  app.post(
    '/api/auth/sign-in/email',
    {
      config: {
        access: 'public',
        problems: ['not_signed_in', 'forbidden', 'provider_required', 'too_many_requests'],
        withoutKey: withoutKey.signIn,
      },
      schema: {
        summary: 'Signs an agent in by address and password; the session comes as a cookie',
        tags: ['Access'],
        body: signInBody,
        response: { 200: signedIn },
      },
    },
    async (request, reply) => signIn(deps, request, reply, request.body),
  );

  app.post(
    '/api/auth/sign-out',
    {
      config: {
        access: 'reader',
        notASetting: "it only ends a session of one's own",
        lacking: ['second_factor', 'enrolment'],
        withoutKey: withoutKey.signOut,
      },
      schema: { summary: 'Ends this session', tags: ['Access'], response: { 204: nothing } },
    },
    async (request, reply) => {
      await askBetterAuth(deps, request, reply, '/sign-out', {});
      return reply.code(204).send();
    },
  );

  passwordRoute(app, deps);
};

function passwordRoute(app: App, deps: Deps): void {
  app.post(
    '/api/auth/change-password',
    {
      config: {
        access: 'reader',
        notASetting: "it is one's own secret",
        problems: ['weak_password', 'too_many_requests'],
        withoutKey: withoutKey.changePassword,
      },
      schema: {
        summary: 'Changes the password; all other sessions of the agent end',
        tags: ['Access'],
        body: passwordChange,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { id, agentId, factorAt } = ownSession(request);
      await refuseTooManyTries(deps, reply, `password|${agentId}`);
      await runCommand(deps, request.identity.actor, (ctx) =>
        changePassword(ctx, { id, agentId }, request.body),
      );
      await forgetTries(deps, `password|${agentId}`);
      await openSession(deps, request, reply, { agentId, factorAt });
      return reply.code(204).send();
    },
  );
}
