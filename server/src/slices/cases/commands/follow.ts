import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { may } from '../policy.ts';
import { followersOf } from '../store/read.ts';

/** An agent is kept informed of a case from now on; asking twice changes nothing. */
export async function follow(ctx: Ctx, input: OnCase & { agent: string }) {
  await changeCase(ctx, input, 'follow', async ({ state }) => {
    if (!(await agentById(ctx.tx, input.agent))?.active) {
      throw unknownReference('agent', 'not_active');
    }
    const follows = await isFollower(ctx, state.id, input.agent);
    return { decision: follows ? [] : [{ kind: 'follower_added', agent: input.agent }] };
  });
}

/**
 * An agent is no longer kept informed: by their own wish, or by that of the owner or a lead. The
 * first taker always is, until the case is closed (domain.md, follower).
 */
export async function unfollow(ctx: Ctx, input: OnCase & { agent: string }) {
  await changeCase(ctx, input, 'follow', async ({ state, standing }) => {
    if (ctx.actor.id !== input.agent && !may(standing, 'correct')) {
      throw new Problem('not_owner', {
        detail: 'Only the owner or a lead may say that another follows the case no longer.',
      });
    }
    if (input.agent === state.firstTakerId && state.status !== 'closed') {
      throw new Problem('wrong_status', {
        detail: 'Whoever took the case first is kept informed until it is closed.',
      });
    }
    const follows = await isFollower(ctx, state.id, input.agent);
    return { decision: follows ? [{ kind: 'follower_removed', agent: input.agent }] : [] };
  });
}

async function isFollower(ctx: Ctx, caseId: string, agentId: string): Promise<boolean> {
  const followers = await followersOf(ctx.tx, [caseId]);
  return followers.some(({ id }) => id === agentId);
}
