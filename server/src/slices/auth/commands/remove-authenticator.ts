import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { deleteAuthenticator } from '../store/authenticators.ts';
import { refuseToLackFactors } from './refuse-to-lack-factors.ts';

/** Takes an agent's authenticator away. @throws Problem not_found, last_second_factor */
export async function removeAuthenticator(ctx: Ctx, agentId: string): Promise<void> {
  if (!(await deleteAuthenticator(ctx.tx, agentId))) throw notFound('authenticator');
  await refuseToLackFactors(ctx, agentId);
}
