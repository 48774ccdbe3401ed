import type { Role } from '@baton/contract';
import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Access, App, Authenticate, Identity } from './http-types.ts';
import { isSameOrigin } from './http-origin.ts';
import { Problem } from './problem.ts';

const ranks: Record<Access, number> = { public: 0, reader: 1, agent: 2, lead: 3, admin: 4 };

/** Whether a role is at least what a route asks for. */
export function mayEnter(role: Role, access: Access): boolean {
  return ranks[role] >= ranks[access];
}

/** The lesser of two roles. */
export function lesserRole(a: Role, b: Role): Role {
  return ranks[a] <= ranks[b] ? a : b;
}

/**
 * Lets nobody in who may not: each route says who may, or the server is not built; whoever comes
 * by cookie, or by a browser to a public route, with anything but a reading request must come from
 * our own pages.
 */
export function guardAccess(app: App, publicUrl: string, authenticate: Authenticate): void {
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
    if (!mayEnter(identity.actor.role, access)) throw mayNot(identity.actor.role, access);
    identities.set(request, identity);
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

function mayNot(role: Role, access: Access): Problem {
  return new Problem('forbidden', {
    detail: `This asks for the role ${access}; yours is ${role}.`,
  });
}

function refuseUndeclared(app: App): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    const missing = routes.filter((route) => route.config?.access === undefined);
    if (missing.length === 0) return;
    const names = missing.map((route) => `${String(route.method)} ${route.url}`).join(', ');
    throw new Error(`Routes that do not say who may enter (config.access): ${names}`);
  });
}

/** Opens all routes of a plugin that knows nothing of our access, for example static files. */
export function openToAll(app: Pick<App, 'addHook'>): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: 'public' };
  });
}
