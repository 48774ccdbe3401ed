import type { Deps } from '../../platform/context.ts';
import type { Tasks } from '../../platform/jobs.ts';
import type { App } from '../../platform/http-types.ts';
import { tellFailures } from './commands/note-failure.ts';
import { mailReset } from './commands/mail-reset.ts';
import type { AuthHooks } from './hooks.ts';
import { authenticatorRoutes } from './routes/authenticator.ts';
import { confirmationRoutes } from './routes/confirmations.ts';
import { customRoleRoutes } from './routes/custom-roles.ts';
import { keyRoutes } from './routes/keys.ts';
import { inviteRoutes, linkRoutes } from './routes/links.ts';
import { meRoutes } from './routes/me.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { passwordResetRoutes } from './routes/password-resets.ts';
import { ruleRoutes } from './routes/rules.ts';
import { identityProviderRoutes } from './routes/identity-provider.ts';
import { providerSignInRoutes } from './routes/provider-sign-in.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { signInRoutes } from './routes/sign-in.ts';

export { authenticate } from './authenticate.ts';
export { createKey } from './commands/create-key.ts';
export { followAgent } from './commands/follow-agent.ts';
export { endAccess, renewCredentials } from './commands/end-access.ts';
export { firstAdministratorLink, linkUrl, makeSignInLink } from './commands/make-sign-in-link.ts';
export { deviceOf } from './rules/device.ts';
export { limitsOfAgent } from './limits-of-agent.ts';
export { recordAccess, type Seen } from './store/access-log.ts';
export { linkToMail } from './store/links.ts';
export { upkeep } from './upkeep.ts';

/** Sign-in, one-time links, keys, and who is asking. */
export async function routes(app: App, deps: Deps, hooks: AuthHooks): Promise<void> {
  inviteRoutes(app, deps, hooks);
  const parts = [
    ...[signInRoutes, linkRoutes, passwordResetRoutes, meRoutes],
    ...[secondFactorRoutes, confirmationRoutes],
    ...[
      passkeyRoutes,
      sessionRoutes,
      authenticatorRoutes,
      ruleRoutes,
      identityProviderRoutes,
      providerSignInRoutes,
      keyRoutes,
      customRoleRoutes,
    ].flat(),
  ];
  for (const register of parts) await register(app, deps);
}

/** The work of the sign-in, by the names under which it is recorded. */
export const authTasks: Tasks = {
  'auth.reset': (deps, { email }) => mailReset(deps, String(email)),
  'auth.failures': (deps, { id, address }) => tellFailures(deps, String(id), String(address)),
};
