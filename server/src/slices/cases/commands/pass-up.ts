import type { Ctx } from '../../../platform/context.ts';
import { messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { pickHands } from '../hands.ts';
import { passUp as decide } from '../rules/hand-over.ts';
import { houseOf } from '../store/house.ts';

/**
 * The case goes one level up, to one agent of the team above, with a reason and a summary; the
 * clock of that level begins.
 * @throws Problem `at_the_top` where there is no level above
 */
export async function passUp(ctx: Ctx, input: OnCase & { reason: string; summary: string }) {
  const summary = messageBy(ctx.actor, {
    direction: 'internal',
    kind: 'summary',
    text: input.summary,
  });
  await changeCase(ctx, input, 'passUp', async ({ state, ctx: locked }) => {
    const why = { reason: input.reason, summary: summary.id };
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
