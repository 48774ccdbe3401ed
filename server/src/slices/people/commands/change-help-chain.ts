import type { Ctx } from '../../../platform/context.ts';
import { invalid, notFound, unknownReference } from '../../../platform/refusals.ts';
import { setChain } from '../store/advisers.ts';
import { agentById } from '../store/agents.ts';
import { lockPyramid } from '../store/company.ts';
import { topicRow } from '../store/topics.ts';

/**
 * Says whom one asks for advice on a topic, and in which order.
 * @throws Problem not_found, unknown_reference (no agent who works on cases), invalid_request
 */
export async function changeHelpChain(
  ctx: Ctx,
  topicId: string,
  agentIds: string[],
): Promise<void> {
  await lockPyramid(ctx.tx);
  if (!(await topicRow(ctx.tx, topicId))) throw notFound('topic');
  for (const [index, id] of agentIds.entries()) {
    const path = `agents.${index}`;
    if (agentIds.indexOf(id) < index) throw invalid(path, 'twice');
    const agent = await agentById(ctx.tx, id);
    if (!agent?.active || agent.role === 'reader') {
      throw unknownReference(path, 'works_on_none');
    }
  }
  await setChain(ctx.tx, topicId, agentIds);
}
