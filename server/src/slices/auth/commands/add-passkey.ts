import type { newPasskey } from '@baton/contract';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { takeChallenge } from '../store/challenges.ts';
import { factorsOf } from '../store/factors.ts';
import { insertPasskey } from '../store/passkeys.ts';
import { webauthn } from '../webauthn.ts';
import { rpIdOf, type Site } from './ask-for-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { wrongProof } from './take-factor.ts';

/**
 * Adds the passkey that a browser made for an agent. Whoever has no recovery codes gets some.
 * @returns the recovery codes, if they are new
 * @throws Problem wrong_proof
 */
export async function addPasskey(
  ctx: Ctx,
  agentId: string,
  site: Site,
  given: z.output<typeof newPasskey>,
): Promise<string[] | null> {
  const asked = await takeChallenge(ctx.tx, given.challenge, 'passkey_new', ctx.now);
  if (asked?.agentId !== agentId) throw wrongProof();
  const { verifyRegistrationResponse } = await webauthn();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: given.response as unknown as RegistrationResponseJSON,
    expectedChallenge: asked.value['challenge']!,
    expectedOrigin: site.origin,
    expectedRPID: rpIdOf(site),
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    throw wrongProof(cause);
  });
  if (!verified || !registrationInfo) throw wrongProof();
  const { id: credentialId, publicKey, counter, transports } = registrationInfo.credential;
  await insertPasskey(
    ctx.tx,
    {
      ...{ id: newId(), agentId, name: given.name, credentialId, counter },
      ...{ publicKey: Buffer.from(publicKey), transports: transports ?? [] },
    },
    ctx.now,
  );
  const { recoveryCodes } = await factorsOf(ctx.tx, agentId);
  return recoveryCodes > 0 ? null : renewRecoveryCodes(ctx, agentId);
}
