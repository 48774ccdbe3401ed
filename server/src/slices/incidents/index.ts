import type { Routes } from '../../platform/http-types.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { lettingInRoutes } from './routes/letting-in.ts';
import { noticeRoutes } from './routes/notices.ts';
import { settingsAuditRoutes } from './routes/settings-audit.ts';
import { settingsRoutes } from './routes/settings.ts';

export { startAccessWatch } from './access-watch.ts';
export { lockAgentOut } from './commands/lock-agent-out.ts';
export { incidentById } from './store/incidents.ts';
export { touchedCustomers } from './store/touched.ts';
export { upkeep } from './upkeep.ts';

/**
 * Who saw what, who changed which setting, and what is done when somebody saw what they were not to.
 */
export const routes: Routes = async (app, deps) => {
  const parts = [
    ...[accessLogRoutes, settingsRoutes, settingsAuditRoutes],
    ...[...incidentRoutes, ...noticeRoutes, lettingInRoutes],
  ];
  for (const register of parts) await register(app, deps);
};
