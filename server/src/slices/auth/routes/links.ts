import {
  id,
  invitations,
  newSignInLink,
  signedIn,
  signInLink,
  signInLinkWish,
  takeOver as takeOverBody,
} from '@baton/contract';
import { z } from 'zod';
import { instant } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Deps } from '../../../platform/context.ts';
import type { App, Routes } from '../../../platform/http-types.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addWork } from '../../../platform/work.ts';
import { linkWork } from '../commands/mail-reset.ts';
import type { AuthHooks } from '../hooks.ts';
import { asAgent } from '../identity.ts';
import { knownAgent } from '../store/sign-ins.ts';
import { signInAs } from '../sign-in.ts';
import { linkUrl, makeSignInLink } from '../commands/make-sign-in-link.ts';
import { linkIsGone, takeOver } from '../commands/take-over.ts';
import { notComeIn, usableLink } from '../store/links.ts';
import { refuseTooMany } from '../throttle.ts';
import { sha256 } from '../tokens.ts';

const token = z.object({ token: z.string().max(100) });
const stored = z.object({ id, expiresAt: z.string(), mailedTo: z.string().nullable() });

/** Who has not come in yet, and making a link. */
export const inviteRoutes = (app: App, deps: Deps, { canMail }: AuthHooks): void => {
  app.get(
    '/api/invitations',
    {
      config: { access: 'lead' },
      schema: {
        summary: 'Active agents who have neither signed in yet nor act by a key',
        tags: ['Access'],
        response: { 200: invitations },
      },
    },
    async () => {
      const rows = await notComeIn(deps.db, await instant(deps.db, deps));
      return {
        items: rows.map(({ id: agentId, name, open_until: until }) => ({
          agent: { id: agentId, name },
          openUntil: until?.toISOString() ?? null,
        })),
      };
    },
  );

  app.post(
    '/api/agents/:id/sign-in-link',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit: { kind: 'sign_in_link', read: 'answer' },
        problems: ['wrong_status'],
      },
      schema: {
        summary: 'A one-time link by which an agent comes in, or comes back in; shown once',
        tags: ['Access'],
        params: byId,
        body: signInLinkWish,
        response: { 201: newSignInLink },
      },
    },
    async (request, reply) => {
      const agent = await knownAgent(deps.db, request.params.id);
      if (!agent) throw notFound('agent');
      refuseToGiveMore(request.identity, asAgent(agent).limits);
      const complete = (body: unknown) => {
        const link = stored.parse(body);
        const url = link.mailedTo === null ? linkUrl(deps, link.id) : null;
        return { url, mailedTo: link.mailedTo, expiresAt: link.expiresAt };
      };
      await httpCommand(deps, request, reply, { status: 201, complete }, async (ctx) => {
        const link = await makeSignInLink(ctx, request.params.id);
        const mailed = request.body.byMail && (await canMail(ctx));
        if (mailed) await addWork(ctx.tx, [linkWork(link.id)]);
        const mailedTo = mailed ? link.email : null;
        return { id: link.id, mailedTo, expiresAt: link.expiresAt.toISOString() };
      });
    },
  );
};

/** Looking at a link and using it. */
export const linkRoutes: Routes = (app, deps) => {
  app.get(
    '/api/sign-in-links/:token',
    {
      config: { access: 'public' },
      schema: {
        summary: 'What a one-time link offers',
        tags: ['Access'],
        params: token,
        response: { 200: signInLink },
      },
    },
    async (request) => {
      const now = await instant(deps.db, deps);
      const link = await usableLink(deps.db, sha256(request.params.token), now);
      if (!link) throw linkIsGone();
      const { purpose, name, email } = link;
      return { purpose, name, email, expiresAt: link.expiresAt.toISOString() };
    },
  );

  app.post(
    '/api/sign-in-links/:token',
    {
      config: {
        access: 'public',
        problems: ['already_exists', 'provider_required', 'weak_password', 'too_many_requests'],
      },
      schema: {
        summary: 'Takes an agent over by a one-time link, and signs in at once',
        tags: ['Access'],
        params: token,
        body: takeOverBody,
        response: { 200: signedIn },
      },
    },
    async (request, reply) => {
      await refuseTooMany(deps, request, reply, 'take-over');
      const { email, password } = request.body;
      const complete = () => signInAs(deps, request, reply, { email, password });
      await httpCommand(deps, request, reply, { status: 200, complete }, async (ctx) => {
        await takeOver(ctx, request.params.token, request.body);
      });
    },
  );
};
