import type { Routes } from '../../platform/http-types.ts';
import { channelRoutes } from './routes/channels.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { mailboxRoutes } from './routes/mailboxes.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { settingsRoutes } from './routes/settings.ts';

/** Everything under /api/mail. */
export const routes: Routes = (app, deps) => {
  for (const register of [
    channelRoutes,
    mailboxRoutes,
    inboundRoutes,
    outboxRoutes,
    settingsRoutes,
  ]) {
    register(app, deps);
  }
};
