import type { Routes } from '../../platform/http-types.ts';
import { accountRoutes } from './routes/account.ts';
import { addressMarkRoutes } from './routes/address-marks.ts';
import { breakerRoutes } from './routes/breakers.ts';
import { brandFrameRoutes } from './routes/brand-frame.ts';
import { channelRoutes } from './routes/channels.ts';
import { dkimRoutes } from './routes/dkim-keys.ts';
import { inboundActRoutes } from './routes/inbound-acts.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { mailboxRoutes } from './routes/mailboxes.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { relayRoutes } from './routes/relays.ts';
import { settingsRoutes } from './routes/settings.ts';

const parts: ((...args: Parameters<Routes>) => void)[] = [
  channelRoutes,
  mailboxRoutes,
  inboundRoutes,
  inboundActRoutes,
  accountRoutes,
  breakerRoutes,
  addressMarkRoutes,
  outboxRoutes,
  settingsRoutes,
  dkimRoutes,
  relayRoutes,
  brandFrameRoutes,
];

/** Everything under /api/mail. */
export const routes: Routes = (app, deps) => {
  for (const register of parts) register(app, deps);
};
