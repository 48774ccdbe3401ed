import { rememberChanged } from '../../../platform/changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { useUpLinks } from '../store/links.ts';
import { forgetDevicesOf } from '../store/devices.ts';
import { endSessions, renameSignIn } from '../store/sign-ins.ts';

/**
 * What follows for the sign-in when an agent was changed: it goes by the new name and address, and
 * for somebody who was disabled all sessions and open links end in the same transaction.
 */
export async function followAgent(
  ctx: Ctx,
  agent: { id: string; name: string; email: string; active: boolean },
): Promise<void> {
  await renameSignIn(ctx.tx, agent, ctx.now);
  rememberChanged(ctx.tx, { actors: [agent.id] });
  if (agent.active) return;
  await endSessions(ctx.tx, agent.id);
  await forgetDevicesOf(ctx.tx, agent.id);
  await useUpLinks(ctx.tx, agent.id, ctx.now);
}
