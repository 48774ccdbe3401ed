import type { Ctx } from '../../../platform/context.ts';
import { invalid } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import { hashPassword, isPassword } from '../passwords.ts';
import { forgetDevicesOf } from '../store/devices.ts';
import { endSessions, passwordHashOf, setPassword } from '../store/sign-ins.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';

/**
 * Changes the password of an agent who knows the present one; all sessions end, and
 * only the device of the session that asks stays known.
 * @throws Problem invalid_request when the present one is wrong; weak_password
 */
export async function changePassword(
  ctx: Ctx,
  { id: sessionId, agentId }: { id: string; agentId: string },
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  const hash = await passwordHashOf(ctx.tx, agentId);
  if (hash === null || !(await isPassword(hash, currentPassword))) {
    throw invalid('currentPassword', 'wrong_password');
  }
  const agent = await agentById(ctx.tx, agentId);
  await refuseWeakPassword(ctx, agent!, newPassword);
  await setPassword(ctx.tx, agentId, await hashPassword(newPassword), ctx.now);
  await endSessions(ctx.tx, agentId);
  await forgetDevicesOf(ctx.tx, agentId, sessionId);
}
