import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleAt, ruleOf } from '../clock-rules.ts';
import { pickHands } from '../hands.ts';
import { passUp as decide } from '../rules/hand-over.ts';
import type { CaseState } from '../rules/state.ts';
import { type House, houseOf } from '../store/house.ts';
import { markedOf, type Package, refuseUnlessReason, summaryOf } from './package.ts';

/**
 * The case goes up, to the next level or, where its level says so, straight to the top: to one agent of the team above, with a reason, a summary and marked
 * parts; the clock of that level begins.
 * @throws Problem `at_the_top` where there is no level above
 */
export async function passUp(ctx: Ctx, input: OnCase & Package) {
  const summary = summaryOf(ctx, input);
  await changeCase(ctx, input, 'passUp', async ({ state, ctx: locked }) => {
    await refuseUnlessReason(ctx, 'up', input);
    const marked = await markedOf(ctx, state.id, input);
    const why = { reason: input.reason, summary: summary.id, marked };
    const house = await houseOf(ctx.tx);
    const rule = await ruleOf(ctx.tx, house, state);
    const to = await above(locked, house, state);
    return {
      decision: decide(state, rule, to, why, locked.now),
      parts: { messages: [summary], mark: to?.rule.mark },
    };
  });
}

async function above(ctx: Ctx, house: House, state: CaseState) {
  const team = house.above(house.team(state.teamId));
  if (!team) return null;
  const hands = await pickHands(ctx, house, team);
  return { ...hands, rule: await ruleAt(ctx.tx, house, team, hands.agent, state) };
}
