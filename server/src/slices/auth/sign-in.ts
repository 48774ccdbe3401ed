import type { ProblemCode, SignedIn } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { authOf, headersFor, mustUseProvider, takeCookies } from './better-auth.ts';
import { providerRequired } from './commands/refuse-other-ways.ts';
import { asAgent } from './identity.ts';
import { presentMe } from './present-me.ts';
import { lackingOf } from './rules/lacking.ts';
import { factorsOf } from './store/factors.ts';
import { agentOfUser, knownAgent, userOfAgent } from './store/sign-ins.ts';

type Credentials = { email: string; password: string; rememberMe?: boolean };

const demand = z.object({ code: z.literal(mustUseProvider), demanded: z.string() });
const opened = z.object({ user: z.object({ id: z.string() }) });

/**
 * Hands a request on to better-auth, through its door for requests, where attempts are counted.
 * @throws Problem not_signed_in, forbidden, invalid_request, too_many_requests as it refuses
 */
export async function askBetterAuth(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  path: string,
  body: unknown,
): Promise<unknown> {
  const auth = authOf(deps);
  const url = new URL(`/api/auth${path}`, deps.settings.publicUrl);
  const headers = headersFor(request);
  headers.set('content-type', 'application/json');
  const answer = await auth.handler(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  return settle(answer, reply);
}

/** Signs an agent in; attempts are counted by network address. Answers with what is lacking. */
export async function signIn(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<SignedIn> {
  return whoIs(deps, await askBetterAuth(deps, request, reply, '/sign-in/email', credentials));
}

/** Signs in whoever just chose this password by a one-time link: no attempt to be counted. */
export async function signInAs(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<SignedIn> {
  const answer = await authOf(deps).api.signInEmail({
    body: credentials,
    headers: headersFor(request),
    asResponse: true,
  });
  return whoIs(deps, await settle(answer, reply));
}

async function whoIs(deps: Deps, answer: unknown): Promise<SignedIn> {
  const agent = await agentOfUser(deps.db, opened.parse(answer).user.id);
  if (!agent) throw new Problem('forbidden', { detail: 'This sign-in is disabled.' });
  return answerSignedIn(deps, agent.id, lackingOf(await factorsOf(deps.db, agent.id)));
}

/** What is said after a sign-in: as long as something is lacking, no more than that. */
export async function answerSignedIn(
  deps: Deps,
  agentId: string,
  lacks: SignedIn['lacks'],
): Promise<SignedIn> {
  if (lacks) return { lacks, me: null };
  return { lacks, me: await presentMe(deps, asAgent((await knownAgent(deps.db, agentId))!)) };
}

/**
 * Opens a session for an agent in place of the one that the browser has, with a token of its own.
 * @param way how the person came in; left out: as in the session before
 */
export async function openSession(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  session: { agentId: string; way?: 'passkey' | 'provider'; factorAt: Date | null },
): Promise<void> {
  const { agentId, ...rest } = session;
  const userId = await userOfAgent(deps.db, agentId);
  if (userId === null) throw new Problem('forbidden', { detail: 'There is no such sign-in.' });
  const { headers } = await authOf(deps).api.openSession({
    body: { userId, ...rest },
    headers: headersFor(request),
    returnHeaders: true,
  });
  takeCookies(reply, headers);
}

const codes: Record<number, ProblemCode> = {
  400: 'invalid_request',
  401: 'not_signed_in',
  403: 'forbidden',
  422: 'invalid_request',
  429: 'too_many_requests',
};

async function settle(answer: Response, reply: HttpReply): Promise<unknown> {
  takeCookies(reply, answer.headers);
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body;
  const code = codes[answer.status];
  if (!code) throw new Error(`better-auth answered with ${answer.status}`, { cause: body });
  const must = demand.safeParse(body);
  if (must.success) throw providerRequired(must.data.demanded);
  const retryAfter = answer.headers.get('x-retry-after');
  if (retryAfter) reply.header('retry-after', retryAfter);
  const said = z.object({ message: z.string() }).safeParse(body);
  throw new Problem(code, said.success ? { detail: said.data.message } : {});
}
