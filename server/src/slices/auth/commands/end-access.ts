import { rememberChanged } from '../../../platform/changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { countSessions, forgetCredentials } from '../store/credentials.ts';
import { deleteFactors } from '../store/factors.ts';
import { revokeKeysOf } from '../store/keys.ts';
import { useUpLinks } from '../store/links.ts';
import { endSessions } from '../store/sign-ins.ts';

/**
 * Ends every way in that an agent has, and every one that they made: sessions, one-time links,
 * keys by which they act and keys of their making, and the credentials themselves. It counts from
 * the next request on every server, because each looks it up.
 * @returns how many sessions and keys it ended
 */
export async function endAccess(
  ctx: Ctx,
  agentId: string,
): Promise<{ sessions: number; keys: number }> {
  const sessions = await countSessions(ctx.tx, agentId);
  await renewCredentials(ctx, agentId);
  const actors = await revokeKeysOf(ctx.tx, agentId, ctx.now);
  rememberChanged(ctx.tx, { actors });
  return { sessions, keys: actors.length };
}

/** The agent's sessions end, and only a new one-time link lets them choose new credentials. */
export async function renewCredentials(ctx: Ctx, agentId: string): Promise<void> {
  await endSessions(ctx.tx, agentId);
  rememberChanged(ctx.tx, { actors: [agentId] });
  await useUpLinks(ctx.tx, agentId, ctx.now);
  await forgetCredentials(ctx.tx, agentId);
  await deleteFactors(ctx.tx, agentId);
}
