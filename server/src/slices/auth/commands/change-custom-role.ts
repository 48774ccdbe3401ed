import type { customRoleChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique, unknownReference } from '../../../platform/refusals.ts';
import { agentsByIds } from '../../people/index.ts';
import { customRoleById, putBearers, updateCustomRole } from '../store/custom-roles.ts';
import { nameIsTaken } from './create-custom-role.ts';
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
  if (agents) {
    const known = await agentsByIds(ctx.tx, agents);
    const place = agents.findIndex((agent) => !known.has(agent));
    if (place >= 0) throw unknownReference(`agents.${place}`, 'is not an agent');
    await putBearers(ctx.tx, id, agents);
  }
  await refuseToLockAllOut(ctx);
}
