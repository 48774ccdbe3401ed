import type { Routes } from '../../platform/http-types.ts';
import { authenticatorRoutes } from './routes/authenticator.ts';
import { confirmationRoutes } from './routes/confirmations.ts';
import { customRoleRoutes } from './routes/custom-roles.ts';
import { keyRoutes } from './routes/keys.ts';
import { inviteRoutes, linkRoutes } from './routes/links.ts';
import { meRoutes } from './routes/me.ts';
import { ruleRoutes } from './routes/rules.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { signInRoutes } from './routes/sign-in.ts';

export { authenticate } from './authenticate.ts';
export { createKey } from './commands/create-key.ts';
export { followAgent } from './commands/follow-agent.ts';
export { endAccess, renewCredentials } from './commands/end-access.ts';
export { firstAdministratorLink, linkUrl, makeSignInLink } from './commands/make-sign-in-link.ts';
export { limitsOfAgent } from './limits-of-agent.ts';
export { recordAccess, type Seen } from './store/access-log.ts';
export { upkeep } from './upkeep.ts';

/** Sign-in, one-time links, keys, and who is asking. */
export const routes: Routes = async (app, deps) => {
  const parts = [
    ...[signInRoutes, inviteRoutes, linkRoutes, meRoutes],
    ...[secondFactorRoutes, confirmationRoutes],
    ...[authenticatorRoutes, ruleRoutes, keyRoutes, customRoleRoutes].flat(),
  ];
  for (const register of parts) await register(app, deps);
};
