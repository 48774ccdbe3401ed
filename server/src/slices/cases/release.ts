import type { CaseStatus } from '@baton/contract';
import type { Ctx } from '../../platform/context.ts';
import { instant } from '../../platform/db.ts';
import { closeToNewCases, lockPyramid } from '../people/index.ts';
import { BatchHands } from './batch-hands.ts';
import { houseOf } from './store/house.ts';
import { lockHeldBy } from './store/lock.ts';
import { stateOf } from './store/rows.ts';

/**
 * Locks the cases of some statuses that an agent holds and those who may receive them, and lets no
 * case come to the agent until the end of the transaction. Locks are taken in the order in which
 * all take them: cases, pick rows, agents. Two who leave at once would need each other, so that
 * one waits for the other first.
 */
export async function release(asked: Ctx, agentId: string, statuses: readonly CaseStatus[]) {
  await lockPyramid(asked.tx);
  const held = async () => (await lockHeldBy(asked.tx, agentId, statuses)).map(stateOf);
  const house = await houseOf(asked.tx);
  const hands = new BatchHands(asked, house, [agentId]);
  await hands.reserve((await held()).map((state) => state.teamId));
  await closeToNewCases(asked.tx, agentId);
  // And those that came before nothing came any more.
  const states = await held();
  await hands.reserve(states.map((state) => state.teamId));
  // After the locks: others may have acted on these cases while we waited for them.
  const ctx = { ...asked, now: await instant(asked.tx, asked.deps) };
  return { ctx, house, hands, states };
}
