import type { Ctx } from '../../../platform/context.ts';
import { changeOf } from '../change.ts';
import { release } from '../release.ts';
import { handAcross } from '../rules/hand-over.ts';
import { heldStatuses } from '../rules/state.ts';
import { writeInBatches } from '../store/write.ts';

/**
 * Hands every case of an agent to others of the same teams, in the caller's transaction: before
 * the agent is disabled (invariant 1). The clocks go on.
 * @returns how many cases moved
 */
export async function handOverAllCases(asked: Ctx, agentId: string): Promise<number> {
  const { ctx, house, hands, states } = await release(asked, agentId, heldStatuses);
  const changes = [];
  for (const state of states) {
    const to = await hands.pick(house.team(state.teamId));
    const why = { reason: 'absence', summary: null };
    changes.push(changeOf(state, state.id, handAcross(state, to, why), ctx));
  }
  await writeInBatches(ctx.tx, changes);
  await hands.note();
  return changes.length;
}
