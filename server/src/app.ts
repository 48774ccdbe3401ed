import type { Deps } from './platform/context.ts';
import { healthRoute } from './platform/http-health.ts';
import { serveDesk } from './platform/http-web.ts';
import { openHttp } from './platform/http.ts';
import type { App, Surroundings } from './platform/http-types.ts';
import { authenticate, mailOut, routes } from './wiring.ts';

/**
 * The whole HTTP side of Baton, built and checked, without listening: API, its description, desk.
 * `surroundings` tells the health page about what runs beside it.
 * @throws Error when a route does not say who may enter.
 */
export async function buildApp(
  deps: Deps,
  surroundings: Surroundings = { mailIn: () => 'off', clocks: () => 'stopped' },
): Promise<App> {
  const app = await openHttp(deps, authenticate(deps));
  healthRoute(app, deps, { ...surroundings, mailOut: () => mailOut(deps) });
  for (const register of routes) await register(app, deps);
  await serveDesk(app);
  await app.ready();
  return app;
}
