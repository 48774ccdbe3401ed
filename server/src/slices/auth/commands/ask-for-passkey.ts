import { minuteMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertChallenge } from '../store/challenges.ts';
import { webauthn } from '../webauthn.ts';

/** A person looks for the key, or for the telephone. */
export const patienceMs = 5 * minuteMs;

/** Where passkeys belong: they open this address and no other. */
export type Site = { origin: string };

export const rpIdOf = ({ origin }: Site) => new URL(origin).hostname;

/**
 * A question for any passkey of this site. The device asks for finger, face or PIN: having the
 * device and proving oneself to it are two factors (NIST SP 800-63B §3.2.5).
 */
export async function askForPasskey(ctx: Ctx, site: Site) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(site),
    userVerification: 'required',
    timeout: patienceMs,
  });
  const id = newId();
  const value = { challenge: options.challenge };
  const challenge = { id, purpose: 'passkey', agentId: null, value } as const;
  await insertChallenge(ctx.tx, challenge, plus(ctx.now, patienceMs));
  return { challenge: id, options: { ...options } };
}
