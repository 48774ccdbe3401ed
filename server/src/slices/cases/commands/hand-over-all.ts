import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { BatchHands } from '../batch-hands.ts';
import { type Change, changeOf } from '../change.ts';
import { handAcross } from '../rules/hand-over.ts';
import { heldStatuses } from '../rules/state.ts';
import { houseOf } from '../store/house.ts';
import { lockHeldBy } from '../store/lock.ts';
import { stateOf } from '../store/rows.ts';
import { writeInBatches } from '../store/write.ts';

/**
 * Hands every case of an agent to others of the same teams, in the caller's transaction: before
 * the agent is disabled (invariant 1). The clocks go on.
 * @returns how many cases moved
 */
export async function handOverAllCases(asked: Ctx, agentId: string): Promise<number> {
  const states = (await lockHeldBy(asked.tx, agentId, heldStatuses)).map(stateOf);
  if (states.length === 0) return 0;
  // After the locks: others may have acted on these cases while we waited for them.
  const ctx = { ...asked, now: await instant(asked.tx, asked.deps) };
  const house = await houseOf(ctx.tx);
  const hands = new BatchHands(ctx, house, [agentId]);
  await hands.reserve(states.map((state) => state.teamId));
  const changes: Change[] = [];
  for (const state of states) {
    const to = await hands.pick(house.team(state.teamId));
    const why = { reason: 'absence', summary: null };
    changes.push(changeOf(state, state.id, handAcross(state, to, why), ctx));
  }
  await writeInBatches(ctx.tx, changes);
  await hands.note();
  return changes.length;
}
