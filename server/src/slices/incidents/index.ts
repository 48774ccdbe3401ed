import type { Routes } from '../../platform/http-types.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { settingsRoutes } from './routes/settings.ts';

export { upkeep } from './upkeep.ts';

/** Who saw what. */
export const routes: Routes = async (app, deps) => {
  for (const register of [accessLogRoutes, settingsRoutes]) await register(app, deps);
};
