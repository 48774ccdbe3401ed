import {
  identityProviderChange,
  identityProviderSettings,
  identityProviderTest,
} from '@baton/contract';
import { runCommand } from '../../../platform/db.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { Audit, Routes } from '../../../platform/http-types.ts';
import { changeIdentityProvider } from '../commands/change-identity-provider.ts';
import { testIdentityProvider } from '../commands/test-identity-provider.ts';
import { redirectUri } from '../provider-client.ts';
import { identityProvider, type ProviderRow } from '../store/identity-provider.ts';

const tags = ['Access'];

/** What is written down of a change. */
const audit = {
  kind: 'identity_provider',
  read: async (tx) => presentProvider(await identityProvider(tx)),
} satisfies Audit;

function presentProvider(found: ProviderRow | null) {
  if (!found) return null;
  const { name, issuer, clientId, domains, active, required, factorValues } = found;
  return { name, issuer, clientId, domains, active, required, factorValues };
}

const settings: Routes = (app, deps) => {
  app.get(
    '/api/identity-provider',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'By which provider agents come in (OpenID Connect); its secret is never shown',
        tags,
        response: { 200: identityProviderSettings },
      },
    },
    async (_request, reply) => {
      const found = await identityProvider(deps.db);
      sendETag(reply, found?.version ?? 0);
      return { provider: presentProvider(found), redirectUri: redirectUri(deps) };
    },
  );

  app.put(
    '/api/identity-provider',
    {
      config: { access: 'admin', stepUp: true, audit, problems: ['stale_version'] },
      schema: {
        summary: 'Sets by which provider agents come in; where they have to, others are signed out',
        tags,
        body: identityProviderChange,
        response: { 200: identityProviderSettings },
      },
    },
    async (request, reply) => {
      const found = await runCommand(deps, request.identity.actor, async (ctx) => {
        await changeIdentityProvider(ctx, request.body, ifMatch(request));
        return identityProvider(ctx.tx);
      });
      sendETag(reply, found?.version ?? 0);
      return { provider: presentProvider(found), redirectUri: redirectUri(deps) };
    },
  );
};

const test: Routes = (app, deps) => {
  app.post(
    '/api/identity-provider/test',
    {
      config: {
        access: 'admin',
        notASetting: 'it only asks the provider',
        withoutKey: 'trying again changes nothing.',
      },
      schema: {
        summary: 'Tries whether the provider answers, is the one that was set, and knows us',
        tags,
        response: { 200: identityProviderTest },
      },
    },
    async () => ({ trouble: await testIdentityProvider(deps) }),
  );
};

/** Setting and trying the provider. */
export const identityProviderRoutes: Routes[] = [settings, test];
