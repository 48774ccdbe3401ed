import type { PasskeyAnswer } from '@baton/contract';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Ctx } from '../../../platform/context.ts';
import { takeChallenge } from '../store/challenges.ts';
import { lockPasskey, notePasskeyUse } from '../store/passkeys.ts';
import { webauthn } from '../webauthn.ts';
import { rpIdOf, type Site } from './ask-for-passkey.ts';
import { wrongProof } from './take-factor.ts';

/**
 * Takes what a passkey answered to a question of ours, which counts once.
 * @returns whose passkey it is
 * @throws Problem wrong_proof
 */
export async function takePasskey(ctx: Ctx, site: Site, given: PasskeyAnswer): Promise<string> {
  const asked = await takeChallenge(ctx.tx, given.challenge, 'passkey', ctx.now);
  const key = await lockPasskey(ctx.tx, given.response.id);
  if (!asked || !key) throw wrongProof();
  const { verifyAuthenticationResponse } = await webauthn();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: given.response as unknown as AuthenticationResponseJSON,
    expectedChallenge: asked.value['challenge']!,
    expectedOrigin: site.origin,
    expectedRPID: rpIdOf(site),
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(key.publicKey),
      counter: key.counter,
      transports: key.transports,
    },
  }).catch((cause: unknown) => {
    throw wrongProof(cause);
  });
  if (!verified) throw wrongProof();
  await notePasskeyUse(ctx.tx, key.id, authenticationInfo.newCounter, ctx.now);
  return key.agentId;
}
