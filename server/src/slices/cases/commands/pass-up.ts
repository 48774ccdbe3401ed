import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { pickHands } from '../hands.ts';
import { passUp as decide } from '../rules/hand-over.ts';
import { houseOf } from '../store/house.ts';
import { markedOf, type Package, refuseUnlessReason, summaryOf } from './package.ts';

/**
 * The case goes one level up, to one agent of the team above, with a reason, a summary and marked
 * parts; the clock of that level begins.
 * @throws Problem `at_the_top` where there is no level above
 */
export async function passUp(ctx: Ctx, input: OnCase & Package) {
  const summary = summaryOf(ctx, input);
  await changeCase(ctx, input, 'passUp', async ({ state, ctx: locked }) => {
    await refuseUnlessReason(ctx, 'up', input);
    const marked = await markedOf(ctx, state.id, input);
    const why = { reason: input.reason, summary: summary.id, marked };
    const to = await above(locked, state.teamId);
    return { decision: decide(state, to, why, locked.now), parts: { messages: [summary] } };
  });
}

async function above(ctx: Ctx, teamId: string) {
  const house = await houseOf(ctx.tx);
  const { aboveId } = house.team(teamId);
  if (!aboveId) return null;
  const team = house.team(aboveId);
  const { holdingMs } = house.level(team.level);
  return { ...(await pickHands(ctx, house, team)), holdingMs };
}
