import { newPassword, passwordReset, signedIn } from '@baton/contract';
import { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import { inTransaction, runCommand } from '../../../platform/db.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { addWork } from '../../../platform/work.ts';
import { resetPassword } from '../commands/reset-password.ts';
import { signInAs } from '../sign-in.ts';
import { refuseTooMany } from '../throttle.ts';

const token = z.object({ token: z.string().max(100) });

/** For whoever forgot the password. */
export const passwordResetRoutes: Routes = (app, deps) => {
  app.post(
    '/api/auth/password-resets',
    {
      config: {
        access: 'public',
        problems: ['too_many_requests'],
        withoutKey: 'asking again sends another link, up to three an hour.',
      },
      schema: {
        summary: 'Mails a link for a new password, if the address is that of an agent',
        tags: ['Access'],
        body: passwordReset,
        response: { 202: z.undefined().describe('The same whether there is such an agent or not') },
      },
    },
    async (request, reply) => {
      await refuseTooMany(deps, request, reply, 'reset');
      // Looked up by the work: here the same is done for every address.
      const { email } = request.body;
      await inTransaction(deps.db, (tx) =>
        addWork(tx, [{ task: 'auth.reset', payload: { email } }]),
      );
      deps.wake();
      return reply.code(202).send();
    },
  );

  app.post(
    '/api/sign-in-links/:token/password',
    {
      config: {
        access: 'public',
        problems: ['provider_required', 'weak_password', 'too_many_requests'],
        withoutKey: 'the link works once; whoever lost the answer signs in with the new password.',
      },
      schema: {
        summary: 'Sets a new password by a one-time link; all sessions end, and a new one begins',
        tags: ['Access'],
        params: token,
        body: newPassword,
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      await refuseTooMany(deps, request, reply, 'take-over');
      const { password } = request.body;
      const email = await runCommand(deps, baton, (ctx) =>
        resetPassword(ctx, request.params.token, password),
      );
      return signInAs(deps, request, reply, { email, password });
    },
  );
};
