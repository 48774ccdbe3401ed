import type { Ctx } from '../../../platform/context.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { agentsByIds } from '../store/agents.ts';
import { putMemberships } from '../store/members.ts';
import { hoursChange } from './hours-change.ts';

export type MemberInput = { agent: string; capacity: number };

/**
 * The members of a team are these from now on; whoever leaves keeps the cases in their hands.
 * @throws Problem unknown_reference, invalid_request
 */
export async function putMembers(
  ctx: Ctx,
  teamId: string,
  members: readonly MemberInput[],
): Promise<void> {
  const ids = members.map(({ agent }) => agent);
  const known = await agentsByIds(ctx.tx, ids);
  for (const [index, id] of ids.entries()) {
    const path = `members.${index}.agent`;
    if (ids.indexOf(id) < index) throw invalid(path, 'twice');
    const agent = known.get(id);
    if (!agent) throw unknownReference(path, 'not_there');
    if (agent.role === 'reader') throw invalid(path, 'reader');
  }
  const memberships = members.map(({ agent, capacity }) => ({ teamId, agentId: agent, capacity }));
  await hoursChange(ctx.tx, await putMemberships(ctx.tx, { teamId }, memberships));
}
