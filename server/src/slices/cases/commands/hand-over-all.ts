import type { Ctx } from '../../../platform/context.ts';
import { changeOf } from '../change.ts';
import { warningsAfter } from '../clock-rules.ts';
import { release } from '../release.ts';
import { handAcross } from '../rules/hand-over.ts';
import { byPriority } from '../rules/priority.ts';
import { heldStatuses } from '../rules/state.ts';
import { wakeTasksOf } from '../store/tasks.ts';
import { writeInBatches } from '../store/write.ts';

/**
 * Hands every case of an agent to others of the same teams, in the caller's transaction: before
 * the agent is disabled (invariant 1). The clocks go on. What the agent was asked to do on
 * cases of others comes back at the next look of the sweep, whose locks come in another order.
 * @returns how many cases moved
 */
export async function handOverAllCases(asked: Ctx, agentId: string): Promise<number> {
  const { ctx, house, hands, states } = await release(asked, agentId, heldStatuses);
  const moves = [];
  for (const state of byPriority(states)) {
    moves.push({ state, to: await hands.pick(house.team(state.teamId)) });
  }
  const warnings = await warningsAfter(ctx.tx, house, moves, ctx.now);
  const changes = moves.map(({ state, to }) => {
    const why = { reason: 'absence', summary: null };
    return changeOf(state, state.id, handAcross(state, to, why, warnings.get(state.id)), ctx);
  });
  await writeInBatches(ctx.tx, changes);
  await hands.note();
  await wakeTasksOf(ctx.tx, agentId, ctx.now);
  return changes.length;
}
