import { baton } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { BatchHands } from '../batch-hands.ts';
import { changeOf } from '../change.ts';
import { type Hours, hoursOf } from '../clock-rules.ts';
import { answerableFor } from '../rules/hands.ts';
import type { CaseState } from '../rules/state.ts';
import { hasLapsed, type Surroundings, timePasses } from '../rules/time-passes.ts';
import { type House, houseOf, type Team } from '../store/house.ts';
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
  const above = states.flatMap((state) => teamAbove(state, house, ctx.now) ?? []);
  const reserved = await hands.reserve(above.map(({ id }) => id));
  const hours = await hoursOf(ctx.tx, house, [...reserved, ...recipientsOf(states, house, above)]);
  const by = { actor: baton, now: ctx.now };
  const changes = [];
  for (const state of states) {
    const facts = timePasses(
      state,
      await surroundings(state, { house, hands, hours, now: ctx.now }),
      ctx.now,
    );
    changes.push(changeOf(state, state.id, facts, by));
  }
  await writeChanges(ctx.tx, changes);
  await hands.note();
  return states.length;
}

/** Whoever may be warned of these cases, besides those who may be picked. */
function recipientsOf(states: CaseState[], house: House, above: Team[]): (string | null)[] {
  const teams = [...above, ...states.map((state) => house.team(state.teamId))];
  return [...states.map(({ ownerId }) => ownerId), ...teams.map(({ leadId }) => leadId)];
}

/** The team to which a case goes up now; null when it does not, or stands at the top. */
function teamAbove(state: CaseState, house: House, now: Date): Team | null {
  return hasLapsed(state, now) ? house.above(house.team(state.teamId)) : null;
}

async function surroundings(
  state: CaseState,
  { house, hands, hours, now }: { house: House; hands: BatchHands; hours: Hours; now: Date },
): Promise<Surroundings> {
  const team = house.team(state.teamId);
  const above = teamAbove(state, house, now);
  const to = above && (await hands.pick(above));
  const recipients = hours(team, state.ownerId);
  return {
    lead: team.leadId,
    rule: house.ruleOf(state, recipients),
    above: to && { ...to, rule: house.ruleAt(above, state, hours(above, to.agent)) },
    answerable: answerableFor(house, team, state.ownerId),
    next: house.ruleAt(team, state, recipients),
  };
}
