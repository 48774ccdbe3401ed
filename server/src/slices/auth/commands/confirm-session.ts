import type { PasskeyAnswer } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { isPassword } from '../passwords.ts';
import { noteConfirmation, passwordHashOf } from '../store/sign-ins.ts';
import type { Site } from './ask-for-passkey.ts';
import { takePasskey } from './take-passkey.ts';
import { takeFactor, wrongProof } from './take-factor.ts';

type Proof = { password: string } | { code: string } | { passkey: PasskeyAnswer };

/**
 * Notes on a session that the person has just proved who they are, by password, by a code of
 * the authenticator, or by a passkey.
 * @throws Problem wrong_proof
 */
export async function confirmSession(
  ctx: Ctx,
  session: { id: string; agentId: string },
  proof: Proof,
  site: Site,
): Promise<void> {
  if ('password' in proof) await checkPassword(ctx, session.agentId, proof.password);
  else if ('passkey' in proof) await checkPasskey(ctx, session.agentId, site, proof.passkey);
  else await takeFactor(ctx, session.agentId, proof);
  await noteConfirmation(ctx.tx, session.id, ctx.now);
}

async function checkPassword(ctx: Ctx, agentId: string, password: string): Promise<void> {
  const hash = await passwordHashOf(ctx.tx, agentId);
  if (hash === null || !(await isPassword(hash, password))) throw wrongProof();
}

async function checkPasskey(ctx: Ctx, agentId: string, site: Site, given: PasskeyAnswer) {
  if ((await takePasskey(ctx, site, given)) !== agentId) throw wrongProof();
}
