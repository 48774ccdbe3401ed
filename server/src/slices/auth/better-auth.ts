import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Deps } from '../../platform/context.ts';
import { dayMs, secondMs } from '../../kernel/duration.ts';
import { instant } from '../../platform/db.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { sessionDoor } from './session-door.ts';
import { countAttempt } from './store/attempts.ts';
import { providerDemandedOf } from './store/identity-provider.ts';
import { agentOfUser } from './store/sign-ins.ts';

/** The header by which we tell better-auth the network address that Fastify found out. */
const addressHeader = 'x-baton-address';

/** How better-auth refuses whoever has to come in by the identity provider, which it names. */
export const mustUseProvider = 'MUST_USE_PROVIDER';

/** The beginning of the names of our cookies. */
export const cookiePrefix = 'baton';

/** A session that is not used for so long ends. */
const sessionSeconds = (7 * dayMs) / secondMs;

/** better-auth's tables under our names. */
const tables = {
  user: {
    modelName: 'auth_users',
    fields: {
      emailVerified: 'email_verified',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      agentId: { type: 'string', fieldName: 'agent_id', required: true, input: false },
    },
  },
  session: {
    modelName: 'auth_sessions',
    expiresIn: sessionSeconds,
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      way: { type: 'string', required: false, input: false },
      factorAt: { type: 'date', fieldName: 'factor_at', required: false, input: false },
      confirmedAt: { type: 'date', fieldName: 'confirmed_at', required: false, input: false },
    },
  },
  account: {
    modelName: 'auth_accounts',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'auth_verifications',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;

/**
 * better-auth on our tables: address and password, sessions in the database, their token in a
 * cookie that scripts cannot read. Strangers cannot sign up: an agent is made by an administrator
 * and taken over by a one-time link. Whether a request comes from our own pages is checked by us
 * before it gets here, for all routes alike, so its own check is off.
 */
function makeAuth(deps: Deps) {
  const { origin, protocol } = new URL(deps.settings.publicUrl);
  return betterAuth({
    appName: 'Baton',
    baseURL: origin,
    basePath: '/api/auth',
    secret: deps.secrets.first,
    database: { db: deps.db.withSchema('baton'), type: 'postgres' },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    logger: { log: (level, message) => deps.log[level === 'error' ? 'warn' : 'debug'](message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => isPassword(hash, password),
      },
    },
    rateLimit: {
      enabled: true,
      customStorage: { consume: (key, rule) => countAttempt(deps.db, key, rule) },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: protocol === 'https:',
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const agent = await agentOfUser(deps.db, session.userId);
            if (!agent) {
              throw new APIError('FORBIDDEN', { message: 'This sign-in is disabled.' });
            }
            const way = session['way'] ?? 'password';
            const demanded = way !== 'provider' && (await providerDemandedOf(deps.db, agent.id));
            if (demanded) throw new APIError('FORBIDDEN', { code: mustUseProvider, demanded });
            // A session is opened by a proof of who one is.
            const confirmedAt = await instant(deps.db, deps);
            return { data: { ...session, way, confirmedAt } };
          },
        },
      },
    },
    plugins: [sessionDoor],
    ...tables,
  });
}

const made = new WeakMap<Deps, ReturnType<typeof makeAuth>>();

/** The better-auth of these dependencies, made once. */
export function authOf(deps: Deps): ReturnType<typeof makeAuth> {
  const auth = made.get(deps) ?? makeAuth(deps);
  made.set(deps, auth);
  return auth;
}

/** What better-auth needs to know of a request: cookies, browser, and the address it came from. */
export function headersFor(request: HttpRequest): Headers {
  const headers = new Headers({ [addressHeader]: request.ip });
  for (const name of ['cookie', 'user-agent', 'content-type'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** Whether a request brings a session of ours; others need not be looked up. */
export function sessionCookieIn(request: HttpRequest): boolean {
  return request.headers.cookie?.includes(`${cookiePrefix}.session_token=`) ?? false;
}

/** Hands the cookies that better-auth sets on to the browser. */
export function takeCookies(reply: HttpReply, headers: Headers): void {
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
}
