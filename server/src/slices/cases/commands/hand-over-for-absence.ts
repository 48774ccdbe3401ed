import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { absenceById, closeToNewCases } from '../../people/index.ts';
import { BatchHands } from '../batch-hands.ts';
import { changeOf } from '../change.ts';
import { handsOf } from '../hands.ts';
import { handAcross, type Hands, inWork } from '../rules/hand-over.ts';
import type { CaseState } from '../rules/state.ts';
import { houseOf } from '../store/house.ts';
import { lockHeldBy } from '../store/lock.ts';
import { insertOffers } from '../store/offers.ts';
import { levelsOf, lockPresent } from '../store/pick.ts';
import { stateOf } from '../store/rows.ts';
import { writeInBatches } from '../store/write.ts';

type Away = { id: string; agentId: string; coverId: string | null };

/**
 * Moves the cases in work of an agent who is away: to the cover at the levels where the cover can
 * hold them, else to the next of the team (invariant 1). Where nobody else is there they stay, and
 * the event says so. Solved cases stay in any case: reopened, they go by selection. Until the end
 * of the transaction no case comes to the agent.
 * @param again a later attempt: what still has to stay is not said again
 * @returns how many cases moved
 */
export async function handOverForAbsence(asked: Ctx, away: Away, again = false): Promise<number> {
  // In the order of all locks: cases, then people; and then the cases that came in between.
  await lockHeldBy(asked.tx, away.agentId, inWork);
  await closeToNewCases(asked.tx, away.agentId);
  if (again && (await absenceById(asked.tx, away.id))?.state !== 'running') return 0;
  const states = (await lockHeldBy(asked.tx, away.agentId, inWork)).map(stateOf);
  if (states.length === 0) return 0;
  const ctx = { ...asked, now: await instant(asked.tx, asked.deps) };
  const hands = await receiversOf(ctx, away, states);
  const changes = [];
  const moved: CaseState[] = [];
  for (const state of states) {
    const to = await hands.next(state);
    if (to) {
      const why = { reason: 'absence', summary: null };
      changes.push(changeOf(state, state.id, handAcross(state, to, why), ctx));
      moved.push(state);
    } else if (!again) {
      const fact = { kind: 'owner_absent', owner: away.agentId } as const;
      changes.push(changeOf(state, state.id, [fact], ctx));
    }
  }
  await writeInBatches(ctx.tx, changes);
  await insertOffers(ctx.tx, away, moved, ctx.now);
  await hands.note();
  return moved.length;
}

/** Who receives the cases, one after the other; null where nobody is there. */
async function receiversOf(ctx: Ctx, away: Away, states: CaseState[]) {
  const house = await houseOf(ctx.tx);
  const picked = new BatchHands(ctx, house, [away.agentId]);
  await picked.reserve(states.map((state) => state.teamId));
  const cover = await coverOf(ctx, away);
  const next = async (state: CaseState): Promise<Hands | null> => {
    if (!cover?.levels.has(state.level)) return picked.pickPresent(house.team(state.teamId));
    return handsOf(house.team(state.teamId), cover.agent, false, ctx.now);
  };
  return { next, note: () => picked.note() };
}

/** The cover, if present, and the levels at which they hold cases. */
async function coverOf({ tx }: Ctx, { coverId }: Away) {
  if (!coverId || !(await lockPresent(tx, coverId))) return null;
  return { agent: coverId, levels: await levelsOf(tx, coverId) };
}
