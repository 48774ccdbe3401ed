import * as openid from 'openid-client';
import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { providerClient, redirectUri } from '../provider-client.ts';
import { NotComeIn } from '../provider-refusals.ts';
import { believedAddress } from '../rules/believed-address.ts';
import { gaveFactor } from '../rules/gave-factor.ts';
import { troubleOf } from '../provider-trouble.ts';
import { takeChallenge } from '../store/challenges.ts';
import {
  agentWithAddress,
  identityProvider,
  type ProviderRow,
  putSignInWithoutPassword,
} from '../store/identity-provider.ts';

/**
 * Takes what the provider sent back by the browser: whose account it is, and which agent that is,
 * by a mail address for which the provider vouches. The challenge is used up whatever comes of it.
 * @param search of the address to which the browser was sent, with its `?`
 * @param factorAt of the answer: null when the second factor is still to be given
 * @throws NotComeIn
 */
export async function finishProviderSignIn(
  deps: Deps,
  search: string,
  challenge: string,
): Promise<{ agentId: string; factorAt: Date | null; to: string }> {
  const asked = await runCommand(deps, baton, (ctx) =>
    takeChallenge(ctx.tx, challenge, 'provider', ctx.now),
  );
  if (!asked) throw new NotComeIn('lost');
  const provider = await identityProvider(deps.db);
  if (!provider?.active) throw new NotComeIn('off');
  if (asked.value['version'] !== String(provider.version)) throw new NotComeIn('lost');
  const url = new URL(redirectUri(deps) + search);
  if (url.searchParams.get('state') !== asked.value['state']) throw new NotComeIn('lost');
  const { mail, token } = await claimsOf(deps, provider, url, asked.value).catch(refused);
  const believed = believedAddress(mail, provider.domains);
  if ('refusal' in believed) throw new NotComeIn(believed.refusal);
  return runCommand(deps, baton, async (ctx) => {
    const agent = await agentWithAddress(ctx.tx, believed.address);
    if (!agent) throw new NotComeIn('unknown');
    await putSignInWithoutPassword(ctx.tx, agent, ctx.now);
    const factorAt = gaveFactor(token, provider.factorValues) ? ctx.now : null;
    return { agentId: agent.id, factorAt, to: asked.value['to'] ?? '/' };
  });
}

type Claims = { token: object; mail: object };

/** What the provider's token says, and, where that leaves the mail address out, what it says if asked. */
async function claimsOf(
  deps: Deps,
  provider: ProviderRow,
  url: URL,
  { state = '', nonce = '', verifier = '' }: Record<string, string>,
): Promise<Claims> {
  const client = await providerClient(deps, provider);
  const tokens = await openid.authorizationCodeGrant(client, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims()!;
  const saysAll = token['email'] !== undefined && token['email_verified'] !== undefined;
  if (saysAll || !client.serverMetadata().userinfo_endpoint) return { token, mail: token };
  return { token, mail: await openid.fetchUserInfo(client, tokens.access_token, token.sub) };
}

function refused(cause: unknown): never {
  if (cause instanceof openid.AuthorizationResponseError) throw new NotComeIn('refused', cause);
  const gone = ['unreachable', 'inside', 'not_encrypted'].includes(troubleOf(cause));
  throw new NotComeIn(gone ? 'unreachable' : 'failed', cause);
}
