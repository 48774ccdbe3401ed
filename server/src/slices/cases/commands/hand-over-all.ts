import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { BatchHands } from '../batch-hands.ts';
import { changeOf } from '../change.ts';
import { handAcross } from '../rules/hand-over.ts';
import { houseOf } from '../store/house.ts';
import { lockHeldBy } from '../store/lock.ts';
import { stateOf } from '../store/rows.ts';
import { writeChanges } from '../store/write.ts';

const batch = 500;

/**
 * Hands every case of an agent to others of the same teams, in the caller's transaction: before
 * the agent is disabled (invariant 1). The clocks go on.
 * @returns how many cases moved
 */
export async function handOverAllCases(ctx: Ctx, agentId: string): Promise<number> {
  const house = await houseOf(ctx.tx);
  let moved = 0;
  for (;;) {
    const states = (await lockHeldBy(ctx.tx, agentId, batch)).map(stateOf);
    if (states.length === 0) return moved;
    // After the locks: others may have acted on these cases while we waited for them.
    const by = { ...ctx, now: await instant(ctx.tx, ctx.deps) };
    const hands = new BatchHands(by, house, [agentId]);
    await hands.reserve(states.map((state) => state.teamId));
    const changes = [];
    for (const state of states) {
      const to = await hands.pick(house.team(state.teamId));
      const why = { reason: 'absence', summary: null };
      changes.push(changeOf(state, state.id, handAcross(state, to, why), by));
    }
    await writeChanges(ctx.tx, changes);
    await hands.note();
    moved += states.length;
  }
}
