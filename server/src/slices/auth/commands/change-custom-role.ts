import type { customRoleChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { customRoleById, updateCustomRole } from '../store/custom-roles.ts';
import { nameIsTaken } from './create-custom-role.ts';
import { giveCustomRole } from './give-custom-role.ts';
import { refuseToLockAllOut } from './lock-all-out.ts';

/**
 * Changes a custom role, or who bears it; it counts from the next request on.
 * @throws Problem not_found, already_exists, unknown_reference; last_active_agent when nobody would
 * be left who may let others in
 */
export async function changeCustomRole(
  ctx: Ctx,
  id: string,
  { agents, ...fields }: z.output<typeof customRoleChange>,
): Promise<void> {
  const before = await customRoleById(ctx.tx, id);
  if (!before) throw notFound('role');
  const after = withChanges(before, fields);
  await unique('name', nameIsTaken(after.name), updateCustomRole(ctx.tx, after));
  if (agents) await giveCustomRole(ctx, id, agents);
  else await refuseToLockAllOut(ctx);
}
