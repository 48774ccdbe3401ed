import { confirmation } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { confirmSession } from '../commands/confirm-session.ts';
import { forgetTries, refuseTooManyTries } from '../throttle.ts';
import { siteOf } from '../site.ts';
import { webauthn } from '../webauthn.ts';
import { ownSession, ownSignIn } from './own-session.ts';

/** Proving freshly who one is, before a dangerous act. */
export const confirmationRoutes: Routes = (app, deps) => {
  app.post(
    '/api/auth/confirmations',
    {
      config: {
        access: 'reader',
        notASetting: ownSignIn,
        lacking: ['enrolment'],
        problems: ['wrong_proof', 'too_many_requests'],
        withoutKey: 'confirming again changes nothing, and a code counts once.',
      },
      schema: {
        summary:
          'Proves that it is you, by password or code; dangerous acts are open for ten minutes',
        tags: ['Access'],
        body: confirmation,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { id, agentId } = ownSession(request);
      await refuseTooManyTries(deps, reply, `confirm|${agentId}`);
      if ('passkey' in request.body) await webauthn();
      await runCommand(deps, request.identity.actor, (ctx) =>
        confirmSession(ctx, { id, agentId }, request.body, siteOf(request, deps)),
      );
      await forgetTries(deps, `confirm|${agentId}`);
      return reply.code(204).send();
    },
  );
};
