import type { Ctx } from '../../../platform/context.ts';
import { seal } from '../../../platform/sealed.ts';
import { agentById } from '../../people/index.ts';
import { authenticatorUri, base32, newAuthenticatorSecret } from '../one-time-codes.ts';
import { placeOfAuthenticator } from '../authenticator-seals.ts';
import { putPending } from '../store/authenticators.ts';

/**
 * Makes a secret for an agent's authenticator. One that is in use counts until a code proves that
 * the new one is there.
 * @returns the secret in base32, and the URI that authenticators read from a picture
 */
export async function beginAuthenticator(
  ctx: Ctx,
  agentId: string,
): Promise<{ secret: string; uri: string }> {
  const agent = await agentById(ctx.tx, agentId);
  const secret = base32(newAuthenticatorSecret());
  await putPending(ctx.tx, agentId, seal(ctx.deps.secrets, placeOfAuthenticator(agentId), secret));
  return { secret, uri: authenticatorUri(secret, agent!.email) };
}
