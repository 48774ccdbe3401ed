import type { Ctx } from '../../../platform/context.ts';
import { openAuthenticator } from '../authenticator-seals.ts';
import { matchingStep } from '../one-time-codes.ts';
import { lockAuthenticator, putInUse } from '../store/authenticators.ts';
import { factorsOf } from '../store/factors.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { wrongProof } from './take-factor.ts';

/**
 * Puts the authenticator in use for which a secret was made, when its code shows that it is there.
 * Whoever has no recovery codes gets some.
 * @returns the recovery codes, if they are new
 * @throws Problem wrong_proof
 */
export async function proveAuthenticator(
  ctx: Ctx,
  agentId: string,
  code: string,
): Promise<string[] | null> {
  const found = await lockAuthenticator(ctx.tx, agentId);
  if (!found?.pending) throw wrongProof();
  const { pending } = found;
  const secret = openAuthenticator(ctx.deps, agentId, pending);
  const step = matchingStep(secret, code, ctx.now, null);
  if (step === null) throw wrongProof();
  await putInUse(ctx.tx, agentId, { sealed: pending, step }, ctx.now);
  const { recoveryCodes } = await factorsOf(ctx.tx, agentId);
  return recoveryCodes > 0 ? null : renewRecoveryCodes(ctx, agentId);
}
