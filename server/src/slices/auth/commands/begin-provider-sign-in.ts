import * as openid from 'openid-client';
import { baton } from '../../../kernel/actor.ts';
import { minuteMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { providerClient, redirectUri } from '../provider-client.ts';
import { NotComeIn } from '../provider-refusals.ts';
import { insertChallenge } from '../store/challenges.ts';
import { identityProvider } from '../store/identity-provider.ts';

/** At the provider a person may look for a password and a telephone. */
export const providerPatienceMs = 10 * minuteMs;

/**
 * Begins a sign-in by the provider (authorization code with PKCE, state and nonce; RFC 9700 §2.1).
 * What must come back is kept here, and only the browser with the challenge can use it, once.
 * @param to where in the desk the person wants to go
 * @returns the provider's page, and the challenge that the browser has to bring back
 * @throws NotComeIn
 */
export async function beginProviderSignIn(
  deps: Deps,
  to: string,
): Promise<{ address: string; challenge: string }> {
  const provider = await identityProvider(deps.db);
  if (!provider?.active) throw new NotComeIn('off');
  const client = await providerClient(deps, provider).catch((cause: unknown) => {
    throw new NotComeIn('unreachable', cause);
  });
  const [state, nonce] = [openid.randomState(), openid.randomNonce()];
  const verifier = openid.randomPKCECodeVerifier();
  const id = newId();
  const value = { state, nonce, verifier, to, version: String(provider.version) };
  await runCommand(deps, baton, (ctx) =>
    insertChallenge(
      ctx.tx,
      { id, purpose: 'provider', agentId: null, value },
      plus(ctx.now, providerPatienceMs),
    ),
  );
  const address = openid.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri(deps),
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, challenge: id };
}
