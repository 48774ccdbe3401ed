import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import { savedSearchRoutes } from './routes/saved.ts';
import { searchRoute } from './routes/search.ts';

export function routes(app: App, deps: Deps): void {
  searchRoute(app, deps);
  savedSearchRoutes(app, deps);
}
