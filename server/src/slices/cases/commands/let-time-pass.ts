import { baton } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { BatchHands } from '../batch-hands.ts';
import { changeOf } from '../change.ts';
import type { CaseState } from '../rules/state.ts';
import { hasLapsed, type Surroundings, timePasses } from '../rules/time-passes.ts';
import { type House, houseOf } from '../store/house.ts';
import { lockWoken } from '../store/lock.ts';
import { stateOf } from '../store/rows.ts';
import { writeChanges } from '../store/write.ts';

/**
 * One batch of what time does by itself: lapses, warnings, first replies missed, waits that end,
 * solutions that close. Idempotent, and safe on any number of servers: each case is locked, and
 * one that another server holds is left to it.
 * @returns how many cases were touched; fewer than `limit` means that nothing was left to do
 */
export async function letTimePass(asked: Ctx, limit: number): Promise<number> {
  const states = (await lockWoken(asked.tx, asked.now, limit)).map(stateOf);
  if (states.length === 0) return 0;
  // After the locks: others may have acted on these cases since we were asked.
  const ctx = { ...asked, now: await instant(asked.tx, asked.deps) };
  const house = await houseOf(ctx.tx);
  const hands = new BatchHands(ctx, house);
  await hands.reserve(states.flatMap((state) => teamAbove(state, house, ctx.now) ?? []));
  const by = { actor: baton, now: ctx.now };
  const changes = [];
  for (const state of states) {
    const facts = timePasses(state, await surroundings(state, house, hands, ctx.now), ctx.now);
    changes.push(changeOf(state, state.id, facts, by));
  }
  await writeChanges(ctx.tx, changes);
  await hands.note();
  return states.length;
}

/** The team to which a case goes up now; null when it does not, or stands at the top. */
function teamAbove(state: CaseState, house: House, now: Date): string | null {
  return hasLapsed(state, now) ? house.team(state.teamId).aboveId : null;
}

async function surroundings(
  state: CaseState,
  house: House,
  hands: BatchHands,
  now: Date,
): Promise<Surroundings> {
  const { leadId } = house.team(state.teamId);
  const { resumeAtLeastMs, holdingMs } = house.level(state.level);
  const aboveId = teamAbove(state, house, now);
  const above = aboveId ? house.team(aboveId) : null;
  return {
    lead: leadId,
    atLeastMs: resumeAtLeastMs,
    above: above && {
      ...(await hands.pick(above)),
      holdingMs: house.level(above.level).holdingMs,
    },
    // Nobody decides on their own lapse while there is somebody else to ask.
    answerable: leadId === state.ownerId ? house.headId : leadId,
    holdingMs,
  };
}
