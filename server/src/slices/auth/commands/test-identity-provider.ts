import type { ProviderTrouble } from '@baton/contract';
import * as openid from 'openid-client';
import type { Deps } from '../../../platform/context.ts';
import { errorForLog } from '../../../platform/error-for-log.ts';
import { notFound } from '../../../platform/refusals.ts';
import { providerClient, redirectUri } from '../provider-client.ts';
import { troubleOf } from '../provider-trouble.ts';
import { identityProvider } from '../store/identity-provider.ts';

/**
 * Asks the provider who it is, and whether it knows us: it is shown a code that it never gave, and
 * who has a wrong secret is refused as the client (`invalid_client`), not for the code.
 * @returns what hinders people from coming in; null: nothing
 * @throws Problem not_found when none is set
 */
export async function testIdentityProvider(deps: Deps): Promise<ProviderTrouble | null> {
  const provider = await identityProvider(deps.db);
  if (!provider) throw notFound('identity provider');
  try {
    const client = await providerClient(deps, provider);
    await openid.genericGrantRequest(client, 'authorization_code', {
      code: openid.randomState(),
      redirect_uri: redirectUri(deps),
      code_verifier: openid.randomPKCECodeVerifier(),
    });
    return null;
  } catch (error) {
    const trouble = troubleOf(error);
    if (error instanceof openid.ResponseBodyError && trouble === 'failed') return null;
    deps.log.info({ trouble, err: errorForLog(error) }, 'The identity provider was tried in vain.');
    return trouble;
  }
}
