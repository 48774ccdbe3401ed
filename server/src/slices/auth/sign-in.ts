import type { ProblemCode, SignedIn } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { authOf, headersFor, mustUseProvider, takeCookies } from './better-auth.ts';
import { providerRequired } from './commands/refuse-other-ways.ts';
import { asAgent } from './identity.ts';
import { deviceFor, meet } from './known-devices.ts';
import { presentMe } from './present-me.ts';
import { lackingOf } from './rules/lacking.ts';
import { failuresOf, refuseTooSoon, settleTry } from './slow-down.ts';
import { factorsOf } from './store/factors.ts';
import { sessionOfToken } from './store/sessions.ts';
import { agentOfUser, knownAgent, userOfAgent } from './store/sign-ins.ts';
import { refuseTooMany } from './throttle.ts';

type Credentials = { email: string; password: string; rememberMe?: boolean };

const demand = z.object({ code: z.literal(mustUseProvider), demanded: z.string() });
const opened = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/**
 * Hands a request on to better-auth, through its door for requests.
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

/**
 * Signs an agent in. Tries are counted by network, failures by address and network; from a device
 * that is known for the agent, failures from there alone count. Answers with what is lacking.
 */
export async function signIn(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<SignedIn> {
  const { email } = credentials;
  const device = await deviceFor(deps, request, { address: email });
  if (device === null) await refuseTooMany(deps, request, reply, 'sign-in');
  const failures = failuresOf(deps, request, email, device);
  await refuseTooSoon(deps, reply, failures);
  const answer = await askWithPassword(deps, request, credentials);
  // Refused with the right password: disabled, or to come in by the provider.
  const isRight = answer.ok || answer.status === 403;
  await settleTry(deps, failures, email, isRight);
  return whoIs(deps, request, reply, answer);
}

/** Signs in whoever just chose this password by a one-time link: no attempt to be counted. */
export async function signInAs(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<SignedIn> {
  return whoIs(deps, request, reply, await askWithPassword(deps, request, credentials));
}

function askWithPassword(deps: Deps, request: HttpRequest, body: Credentials): Promise<Response> {
  return authOf(deps).api.signInEmail({ body, headers: headersFor(request), asResponse: true });
}

async function whoIs(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  answer: Response,
): Promise<SignedIn> {
  const { token, user } = opened.parse(await settle(answer, reply));
  const agent = await agentOfUser(deps.db, user.id);
  if (!agent) throw new Problem('forbidden', { detail: 'This sign-in is disabled.' });
  const lacks = lackingOf(await factorsOf(deps.db, agent.id));
  if (lacks === null) {
    const sessionId = await sessionOfToken(deps.db, token);
    await meet(deps, request, reply, { agentId: agent.id, sessionId });
  }
  return answerSignedIn(deps, agent.id, lacks);
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
  const { response, headers } = await authOf(deps).api.openSession({
    body: { userId, ...rest },
    headers: headersFor(request),
    returnHeaders: true,
  });
  takeCookies(reply, headers);
  const isWhole = rest.factorAt !== null || lackingOf(await factorsOf(deps.db, agentId)) === null;
  const { sessionId } = response;
  if (isWhole) await meet(deps, request, reply, { agentId, sessionId });
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
