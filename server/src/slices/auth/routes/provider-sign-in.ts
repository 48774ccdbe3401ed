import { providerButton } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { errorForLog } from '../../../platform/error-for-log.ts';
import type { HttpReply, Routes } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { beginProviderSignIn } from '../commands/begin-provider-sign-in.ts';
import { finishProviderSignIn } from '../commands/finish-provider-sign-in.ts';
import { giveChallenge, takeChallengeOf } from '../provider-cookie.ts';
import { NotComeIn } from '../provider-refusals.ts';
import { placeAfter } from '../rules/place-after.ts';
import { openSession } from '../sign-in.ts';
import { identityProvider } from '../store/identity-provider.ts';
import { refuseTooMany } from '../throttle.ts';

const tags = ['Access'];
const redirection = { 302: z.undefined().describe('The page that follows') };

const button: Routes = (app, deps) => {
  app.get(
    '/api/auth/provider',
    {
      config: { access: 'public' },
      schema: {
        summary: 'The name of the provider by which one can sign in; null: there is none',
        tags,
        response: { 200: providerButton },
      },
    },
    async () => {
      const found = await identityProvider(deps.db);
      return { name: found?.active ? found.name : null };
    },
  );
};

const start: Routes = (app, deps) => {
  app.get(
    '/api/auth/provider/start',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Leads a browser to the provider; it comes back signed in, or to the sign-in page',
        tags,
        querystring: z.object({ to: z.string().max(2000).optional() }),
        response: redirection,
      },
    },
    async (request, reply) =>
      orToTheDoor(deps, reply, async () => {
        await refuseTooMany(deps, request, reply, 'provider');
        const to = placeAfter(request.query.to);
        const { address, challenge } = await beginProviderSignIn(deps, to);
        giveChallenge(deps, reply, challenge);
        return address;
      }),
  );
};

const comeBack: Routes = (app, deps) => {
  app.get(
    '/api/auth/provider/callback',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Where the provider sends a browser back; works once, in the browser that began',
        tags,
        response: redirection,
      },
    },
    async (request, reply) =>
      orToTheDoor(deps, reply, async () => {
        await refuseTooMany(deps, request, reply, 'provider-back');
        const challenge = takeChallengeOf(deps, request, reply);
        if (challenge === null) throw new NotComeIn('lost');
        const search = new URL(request.url, deps.settings.publicUrl).search;
        const { agentId, factorAt, to } = await finishProviderSignIn(deps, search, challenge);
        await openSession(deps, request, reply, { agentId, way: 'provider', factorAt });
        return deps.settings.publicUrl + to;
      }),
  );
};

/** Leads a browser on; whoever does not come in, to the sign-in page, which says why. */
async function orToTheDoor(
  deps: Deps,
  reply: HttpReply,
  next: () => Promise<string>,
): Promise<HttpReply> {
  reply.header('cache-control', 'no-store');
  try {
    return await reply.redirect(await next(), 302);
  } catch (error) {
    const refusal = refusalOf(error);
    deps.log.info(
      { refusal, err: errorForLog(error) },
      'A sign-in by the provider came to nothing.',
    );
    return reply.redirect(`${deps.settings.publicUrl}/sign-in?problem=${refusal}`, 302);
  }
}

function refusalOf(error: unknown): string {
  if (error instanceof NotComeIn) return error.refusal;
  if (error instanceof Problem && error.code === 'too_many_requests') return 'slow_down';
  throw error;
}

/** Coming in by the provider. */
export const providerSignInRoutes: Routes[] = [button, start, comeBack];
