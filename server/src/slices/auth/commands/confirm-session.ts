import type { Ctx } from '../../../platform/context.ts';
import { isPassword } from '../passwords.ts';
import { noteConfirmation, passwordHashOf } from '../store/sign-ins.ts';
import { takeFactor, wrongProof } from './take-factor.ts';

type Proof = { password: string } | { code: string };

/**
 * Notes on a session that the person has just proved who they are, by password or by a code of the
 * authenticator.
 * @throws Problem wrong_proof
 */
export async function confirmSession(
  ctx: Ctx,
  session: { id: string; agentId: string },
  proof: Proof,
): Promise<void> {
  if ('password' in proof) await checkPassword(ctx, session.agentId, proof.password);
  else await takeFactor(ctx, session.agentId, proof);
  await noteConfirmation(ctx.tx, session.id, ctx.now);
}

async function checkPassword(ctx: Ctx, agentId: string, password: string): Promise<void> {
  const hash = await passwordHashOf(ctx.tx, agentId);
  if (hash === null || !(await isPassword(hash, password))) throw wrongProof();
}
