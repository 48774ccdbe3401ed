import * as openid from 'openid-client';
import type { Deps } from '../../platform/context.ts';
import { fetchOutside } from '../../platform/fetch-outside.ts';
import { openProviderSecret } from './provider-seals.ts';
import type { ProviderRow } from './store/identity-provider.ts';

/**
 * A client of the identity provider, by what the provider says of itself now. Everything is asked
 * by the guarded door to the outside; tokens are believed only with the provider's signature.
 * @throws CannotOpen, RefusedAddress, and what openid-client throws
 */
export async function providerClient(
  deps: Deps,
  provider: ProviderRow,
): Promise<openid.Configuration> {
  const secret = openProviderSecret(deps, provider);
  return openid.discovery(
    new URL(provider.issuer),
    provider.clientId,
    { client_secret: secret },
    authentication(secret),
    {
      // Which servers may be asked without TLS is decided by the door to the outside alone.
      execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
      [openid.customFetch]: outside(deps),
    },
  );
}

/** By header, which every provider must take (RFC 6749 §2.3.1), unless it says that it does not. */
function authentication(secret: string): openid.ClientAuth {
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const chosen = methods.includes('client_secret_basic')
      ? openid.ClientSecretBasic(secret)
      : openid.ClientSecretPost(secret);
    chosen(server, client, body, headers);
  };
}

function outside(deps: Deps): openid.CustomFetch {
  return async (address, { method, headers, body }) => {
    const answer = await fetchOutside(deps.settings, address, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body instanceof URLSearchParams || typeof body === 'string'
        ? { body: body.toString() }
        : {}),
    });
    const { 'content-type': type = '' } = answer.headers;
    const bodiless = [204, 205, 304].includes(answer.status);
    return new Response(bodiless ? null : answer.text, {
      status: answer.status,
      headers: { 'content-type': type },
    });
  };
}

/** Where the provider sends people back; it has to be told this address. */
export function redirectUri(deps: Deps): string {
  return `${deps.settings.publicUrl}/api/auth/provider/callback`;
}
