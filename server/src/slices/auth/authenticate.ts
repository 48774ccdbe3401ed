import { minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { instant } from '../../platform/db.ts';
import type {
  Authenticate,
  HttpReply,
  HttpRequest,
  Identity,
  SessionState,
} from '../../platform/http-types.ts';
import { authOf, headersFor, sessionCookieIn, takeCookies } from './better-auth.ts';
import { asAgent, asKey } from './identity.ts';
import { lackingOf } from './rules/lacking.ts';
import { factorsOf } from './store/factors.ts';
import { keyInForce, touchKey } from './store/keys.ts';
import { agentOfUser } from './store/sign-ins.ts';
import { sha256 } from './tokens.ts';

/**
 * Finds out who is asking: by key when there is an Authorization header (whatever cookies come
 * along), else by the session in the cookie. What was revoked or disabled counts from that moment.
 */
export function authenticate(deps: Deps): Authenticate {
  return async (request, reply) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) return byKey(deps, authorization);
    return sessionCookieIn(request) ? bySession(deps, request, reply) : null;
  };
}

async function byKey(deps: Deps, authorization: string): Promise<Identity | null> {
  const [, text] = /^Bearer +(baton_\S+)$/i.exec(authorization) ?? [];
  const key = text === undefined ? null : await keyInForce(deps.db, sha256(text));
  const now = await instant(deps.db, deps);
  if (!key || (key.expiresAt && key.expiresAt <= now)) return null;
  const minuteAgo = plus(now, -minuteMs);
  if (!key.lastUsedAt || key.lastUsedAt < minuteAgo)
    await touchKey(deps.db, key.id, now, minuteAgo);
  return asKey(key);
}

async function bySession(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
): Promise<Identity | null> {
  const { response, headers } = await authOf(deps).api.getSession({
    headers: headersFor(request),
    returnHeaders: true,
  });
  // A session in use is prolonged once a day, and its cookie with it.
  takeCookies(reply, headers);
  const agent = response && (await agentOfUser(deps.db, response.user.id));
  return agent && asAgent(agent, await stateOf(deps, agent.id, response.session));
}

type Session = {
  id: string;
  createdAt: Date;
  factorAt?: Date | null | undefined;
  confirmedAt?: Date | null | undefined;
};

/** What a session opens. One of before there were second factors was confirmed when it began. */
async function stateOf(deps: Deps, agentId: string, session: Session): Promise<SessionState> {
  const { id, createdAt, factorAt = null, confirmedAt } = session;
  const lacks = factorAt === null ? lackingOf(await factorsOf(deps.db, agentId)) : null;
  return { id, lacks, factorAt, confirmedAt: confirmedAt ?? createdAt };
}
