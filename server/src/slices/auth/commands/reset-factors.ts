import type { Ctx } from '../../../platform/context.ts';
import { forgetDevicesOf } from '../store/devices.ts';
import { deleteFactors, factorsOf } from '../store/factors.ts';
import { endSessions } from '../store/sign-ins.ts';

/**
 * Takes all second factors of an agent away, who lost them, and ends the sessions: at the next
 * sign-in new ones are set up.
 * @returns what was taken away
 */
export async function resetFactors({ tx }: Ctx, agentId: string): Promise<object> {
  const { authenticator, passkeys, recoveryCodes } = await factorsOf(tx, agentId);
  await deleteFactors(tx, agentId);
  await endSessions(tx, agentId);
  await forgetDevicesOf(tx, agentId);
  return { authenticator, passkeys, recoveryCodes };
}
