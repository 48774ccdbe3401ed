import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { agentById } from '../../people/index.ts';
import { insertChallenge } from '../store/challenges.ts';
import { passkeysOf } from '../store/passkeys.ts';
import { webauthn } from '../webauthn.ts';
import { patienceMs, rpIdOf, type Site } from './ask-for-passkey.ts';

/** EdDSA, ES256 and RS256 (COSE): what all devices have, and this Node checks without trying. */
const algorithms = [-8, -7, -257];

/** A question for a new passkey of an agent, on a device that has none of theirs yet. */
export async function askForNewPasskey(ctx: Ctx, agentId: string, site: Site) {
  const agent = await agentById(ctx.tx, agentId);
  const known = await passkeysOf(ctx.tx, agentId);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Baton',
    rpID: rpIdOf(site),
    userName: agent!.email,
    userDisplayName: agent!.name,
    userID: Buffer.from(agentId),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: patienceMs,
  });
  const id = newId();
  const value = { challenge: options.challenge };
  const challenge = { id, purpose: 'passkey_new', agentId, value } as const;
  await insertChallenge(ctx.tx, challenge, plus(ctx.now, patienceMs));
  return { challenge: id, options: { ...options } };
}
