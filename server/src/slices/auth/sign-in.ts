import type { Me, ProblemCode } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { authOf, headersFor, takeCookies } from './better-auth.ts';
import { asAgent } from './identity.ts';
import { presentMe } from './present-me.ts';
import { agentOfUser } from './store/sign-ins.ts';

type Credentials = { email: string; password: string; rememberMe?: boolean };

const signedIn = z.object({ user: z.object({ id: z.string() }) });

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

/** Signs an agent in; attempts are counted by network address. Answers with who is signed in. */
export async function signIn(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<Me> {
  return whoIs(deps, await askBetterAuth(deps, request, reply, '/sign-in/email', credentials));
}

/** Signs in whoever just chose this password by a one-time link: no attempt to be counted. */
export async function signInAs(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  credentials: Credentials,
): Promise<Me> {
  const answer = await authOf(deps).api.signInEmail({
    body: credentials,
    headers: headersFor(request),
    asResponse: true,
  });
  return whoIs(deps, await settle(answer, reply));
}

async function whoIs(deps: Deps, answer: unknown): Promise<Me> {
  const agent = await agentOfUser(deps.db, signedIn.parse(answer).user.id);
  if (!agent) throw new Problem('forbidden', { detail: 'This sign-in is disabled.' });
  return presentMe(deps, asAgent(agent));
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
  const retryAfter = answer.headers.get('x-retry-after');
  if (retryAfter) reply.header('retry-after', retryAfter);
  const said = z.object({ message: z.string() }).safeParse(body);
  throw new Problem(code, said.success ? { detail: said.data.message } : {});
}
