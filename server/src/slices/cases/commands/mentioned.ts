import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import type { CaseFact } from '../events.ts';
import { followersOf } from '../store/read.ts';

/**
 * Whoever is mentioned follows the case from now on, and so sees it (invariant 10), until they
 * leave.
 * @throws Problem `unknown_reference` for somebody who is not an active agent
 */
export async function followMentioned(
  ctx: Ctx,
  caseId: string,
  mentions: string[],
): Promise<CaseFact[]> {
  if (mentions.length === 0) return [];
  for (const [index, id] of mentions.entries()) {
    if (!(await agentById(ctx.tx, id))?.active) {
      throw unknownReference(`mentions.${index}`, 'not_active');
    }
  }
  const following = new Set((await followersOf(ctx.tx, [caseId])).map(({ id }) => id));
  return mentions
    .filter((id) => !following.has(id))
    .map((agent) => ({ kind: 'follower_added', agent }));
}
