import type { Ctx } from '../../../platform/context.ts';
import { hashPassword } from '../passwords.ts';
import { forgetDevicesOf } from '../store/devices.ts';
import { lockLink, useUpLinks } from '../store/links.ts';
import { putSignIn } from '../store/sign-ins.ts';
import { sha256 } from '../tokens.ts';
import { refuseOtherWays } from './refuse-other-ways.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { linkIsGone } from './take-over.ts';

/**
 * Sets a new password by a one-time link for it: all sessions of the agent end, and all their links
 * are used up. Second factors stay, and are asked for.
 * @returns the address by which they sign in
 * @throws Problem not_found when the link is none for this, was used or has run out;
 * provider_required; weak_password
 */
export async function resetPassword(ctx: Ctx, token: string, password: string): Promise<string> {
  const link = await lockLink(ctx.tx, sha256(token), ctx.now);
  if (link?.purpose !== 'reset') throw linkIsGone();
  await refuseOtherWays(ctx.tx, link.agentId);
  await refuseWeakPassword(ctx, link, password);
  const { agentId: id, name, email } = link;
  await putSignIn(ctx.tx, { id, name, email }, await hashPassword(password), ctx.now);
  await forgetDevicesOf(ctx.tx, id);
  await useUpLinks(ctx.tx, id, ctx.now);
  return email;
}
