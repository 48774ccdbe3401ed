import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../store/agents.ts';

/**
 * Lead, cover and head of the company are active agents who can hold cases.
 * @throws Problem unknown_reference, naming the field
 */
export async function refuseUnlessEligible(
  ctx: Ctx,
  path: string,
  agentId: string | null,
): Promise<void> {
  if (agentId === null) return;
  const agent = await agentById(ctx.tx, agentId);
  if (!agent) throw unknownReference(path, 'not_there');
  if (!agent.active) throw unknownReference(path, 'disabled');
  if (agent.role === 'reader') throw unknownReference(path, 'reader');
}
