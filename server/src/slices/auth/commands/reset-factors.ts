import type { Ctx } from '../../../platform/context.ts';
import { deleteFactors } from '../store/factors.ts';
import { endSessions } from '../store/sign-ins.ts';

/**
 * Takes all second factors of an agent away, who lost them, and ends the sessions: at the next
 * sign-in new ones are set up.
 */
export async function resetFactors({ tx }: Ctx, agentId: string): Promise<void> {
  await deleteFactors(tx, agentId);
  await endSessions(tx, agentId);
}
