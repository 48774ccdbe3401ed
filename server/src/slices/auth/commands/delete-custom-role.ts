import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { removeCustomRole } from '../store/custom-roles.ts';
import { refuseToLockAllOut } from './lock-all-out.ts';

/**
 * Takes a custom role away; for whoever bore it their own role counts again.
 * @throws Problem not_found; last_active_agent
 */
export async function deleteCustomRole(ctx: Ctx, id: string): Promise<void> {
  if (!(await removeCustomRole(ctx.tx, id))) throw notFound('role');
  await refuseToLockAllOut(ctx);
}
