import type { Routes } from '../../platform/http-types.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { settingsAuditRoutes } from './routes/settings-audit.ts';
import { settingsRoutes } from './routes/settings.ts';

export { upkeep } from './upkeep.ts';

/** Who saw what, and who changed which setting. */
export const routes: Routes = async (app, deps) => {
  const parts = [accessLogRoutes, settingsRoutes, settingsAuditRoutes];
  for (const register of parts) await register(app, deps);
};
