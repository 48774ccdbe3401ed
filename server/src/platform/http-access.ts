import { agentHeader, type Area, area as areaName, type Lacking, type Rank } from '@baton/contract';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { minuteMs } from '../kernel/duration.ts';
import { between } from '../kernel/instant.ts';
import type { App, Authenticate, Identity } from './http-types.ts';
import { isSameOrigin } from './http-origin.ts';
import { Problem } from './problem.ts';
import { rankIn, reaches } from './ranks.ts';

/**
 * Lets nobody in who may not: each route says who may, or the server is not built; whoever comes
 * by cookie, or by a browser to a public route, with anything but a reading request must come from
 * our own pages.
 */
export function guardAccess(
  app: App,
  publicUrl: string,
  authenticate: Authenticate,
  now: () => Promise<Date>,
): void {
  const identities = new WeakMap<FastifyRequest, Identity>();
  app.decorateRequest('identity', {
    getter() {
      const identity = identities.get(this);
      if (!identity) throw new Error('a public route has no identity');
      return identity;
    },
  });
  refuseUndeclared(app);
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access;
    // Undeclared: an address that no route has; it is answered with 404 to anybody.
    if (access === undefined) return;
    if (access === 'public') {
      if (fromBrowser(request)) refuseForeignPages(request, publicUrl);
      return;
    }
    const identity = await authenticate(request, reply);
    if (!identity) throw new Problem('not_signed_in', { detail: 'Sign in, or send a valid key.' });
    if (identity.via === 'session') refuseForeignPages(request, publicUrl);
    refuseUnfinished(identity, request.routeOptions.config.lacking ?? []);
    if (identity.via === 'session') refuseAnotherAgent(request, identity);
    identities.set(request, admitted(identity, areaOf(request.routeOptions.schema), access));
  });
  // After the schemas: whether an act is dangerous may be a matter of what is asked for.
  app.addHook('preHandler', async (request) => {
    const { stepUp } = request.routeOptions.config;
    const { session } = identities.get(request) ?? {};
    if (!stepUp || !session) return;
    if (stepUp !== true && !stepUp(request.body)) return;
    if (between(session.confirmedAt, await now()) > freshMs) throw stepUpNeeded();
  });
}

/** For so long a proof of who one is counts as fresh. */
const freshMs = 10 * minuteMs;

function stepUpNeeded(): Problem {
  return new Problem('step_up_needed', {
    detail: 'Confirm first that it is you (POST /api/auth/confirmations), then ask again.',
  });
}

/** @throws Problem second_factor_needed while the session lacks what the route does not forgive */
function refuseUnfinished({ session }: Identity, forgiven: readonly Lacking[]): void {
  const lacks = session?.lacks ?? null;
  if (lacks === null || forgiven.includes(lacks)) return;
  throw new Problem('second_factor_needed', {
    detail:
      lacks === 'enrolment'
        ? 'Set up a second factor first (POST /api/auth/authenticator).'
        : 'Give the second factor first (POST /api/auth/second-factor).',
  });
}

/** Whether a browser made the request; all send one of these when something is to be changed. */
function fromBrowser({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/** @throws Problem forbidden when the request may have been made by somebody else's page (CSRF). */
function refuseForeignPages(request: FastifyRequest, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  if (isSameOrigin(request, publicUrl)) return;
  throw new Problem('forbidden', {
    detail: 'Changes by a signed-in browser are taken from our own pages only.',
  });
}

/** @throws Problem another_agent when the page that asks is another agent's than who is signed in now */
function refuseAnotherAgent({ headers }: FastifyRequest, { actor }: Identity): void {
  const page = headers[agentHeader];
  if (page === undefined || page === actor.id) return;
  throw new Problem('another_agent', {
    detail: 'Somebody else is signed in now than when the page was opened. Nothing was done.',
  });
}

/** @throws Problem forbidden when the rank in the area is less than what the route asks for */
function admitted(identity: Identity, area: Area, access: Rank): Identity {
  const rank = rankFor(identity, area);
  if (rank === 'none' || !reaches(rank, access)) {
    throw new Problem('forbidden', {
      detail: `This asks for the rank ${access} in ${area}; yours is ${rank}.`,
    });
  }
  return { ...identity, actor: { ...identity.actor, role: rank } };
}

/** Everybody reads what they are themselves, may sign out and change their password. */
function rankFor({ limits }: Identity, area: Area): Rank {
  const rank = rankIn(limits, area);
  return area === 'Access' && rank === 'none' ? 'reader' : rank;
}

function areaOf(schema: { tags?: readonly string[] } | undefined): Area {
  return areaName.parse(schema?.tags?.[0]);
}

/** Every route says who may enter, and all but public ones to which area they belong. */
function refuseUndeclared(app: App): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const names = routes
      .filter(({ config, schema }) => {
        if (config?.access === 'public') return false;
        return config?.access === undefined || !areaName.safeParse(schema?.tags?.[0]).success;
      })
      .map((route) => `${String(route.method)} ${route.url}`);
    if (names.length === 0) return;
    throw new Error(
      `Routes that do not say who may enter (config.access, an area as first tag): ${names.join(', ')}`,
    );
  });
}

/** Opens all routes of a plugin that knows nothing of our access, for example static files. */
export function openToAll(app: Pick<App, 'addHook'>): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'public', files: true };
  });
}
