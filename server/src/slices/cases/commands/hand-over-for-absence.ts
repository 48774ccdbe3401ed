import type { Ctx } from '../../../platform/context.ts';
import { absenceById } from '../../people/index.ts';
import { changeOf } from '../change.ts';
import { warningsAfter } from '../clock-rules.ts';
import { handsOf } from '../rules/hands.ts';
import { release } from '../release.ts';
import { handAcross, type Hands, inWork } from '../rules/hand-over.ts';
import { byPriority } from '../rules/priority.ts';
import type { CaseState } from '../rules/state.ts';
import { insertOffers } from '../store/offers.ts';
import { levelsOf, lockPresent } from '../store/pick.ts';
import { writeInBatches } from '../store/write.ts';

type Away = { id: string; agentId: string; coverId: string | null };

/**
 * Moves the cases in work of an agent who is away: to the cover at the levels where the cover can
 * hold them, else to the next of the team (invariant 1). Where nobody else is there they stay, and
 * the event says so; the most pressing come first. Solved cases stay in any case: reopened, they go by selection. Until the end
 * of the transaction no case comes to the agent.
 * @param again a later attempt: what still has to stay is not said again
 * @returns how many cases moved
 */
export async function handOverForAbsence(asked: Ctx, away: Away, again = false): Promise<number> {
  const { ctx, house, hands, states } = await release(asked, away.agentId, inWork);
  if (again && (await absenceById(ctx.tx, away.id))?.state !== 'running') return 0;
  const cover = await coverOf(ctx, away);
  const moves: { state: CaseState; to: Hands }[] = [];
  const changes = [];
  for (const state of byPriority(states)) {
    const team = house.team(state.teamId);
    const to = cover?.levels.has(state.level)
      ? handsOf(house, team, cover.agent, false, ctx.now)
      : await hands.pickPresent(team);
    if (to) moves.push({ state, to });
    else if (!again) {
      const fact = { kind: 'owner_absent', owner: away.agentId } as const;
      changes.push(changeOf(state, state.id, [fact], ctx));
    }
  }
  const warnings = await warningsAfter(ctx.tx, house, moves, ctx.now);
  for (const { state, to } of moves) {
    const why = { reason: 'absence', summary: null };
    const moved = handAcross(state, to, why, warnings.get(state.id));
    changes.push(changeOf(state, state.id, moved, ctx));
  }
  await writeInBatches(ctx.tx, changes);
  await insertOffers(
    ctx.tx,
    away,
    moves.map(({ state }) => state),
    ctx.now,
  );
  await hands.note();
  return moves.length;
}

/** The cover, if present, and the levels at which they hold cases. */
async function coverOf({ tx }: Ctx, { coverId }: Away) {
  if (!coverId || !(await lockPresent(tx, coverId))) return null;
  return { agent: coverId, levels: await levelsOf(tx, coverId) };
}
