import { rememberChanged } from '../../../platform/changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentsByIds } from '../../people/index.ts';
import { putBearers } from '../store/custom-roles.ts';
import { refuseToLockAllOut } from './lock-all-out.ts';

/**
 * From now on exactly these agents bear the role.
 * @throws Problem unknown_reference; last_active_agent
 */
export async function giveCustomRole(ctx: Ctx, id: string, agents: string[]): Promise<void> {
  const known = await agentsByIds(ctx.tx, agents);
  const place = agents.findIndex((agent) => !known.has(agent));
  if (place >= 0) throw unknownReference(`agents.${place}`, 'not_there');
  await putBearers(ctx.tx, id, agents);
  rememberChanged(ctx.tx, { actors: agents });
  await refuseToLockAllOut(ctx);
}
