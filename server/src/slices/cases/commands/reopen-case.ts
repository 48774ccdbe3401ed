import type { Ctx } from '../../../platform/context.ts';
import { messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { sameHands } from '../hands.ts';
import { isRefusal } from '../../../kernel/decision.ts';
import { reopen } from '../rules/solve.ts';
import { note } from '../rules/speak.ts';
import { houseOf } from '../store/house.ts';

/** The solution did not hold: the case goes back to the same hands; why is kept as a note. */
export async function reopenCase(ctx: Ctx, input: OnCase & { reason?: string | undefined }) {
  const why = input.reason
    ? messageBy(ctx.actor, { direction: 'internal', kind: 'note', text: input.reason })
    : null;
  await changeCase(ctx, input, 'reopen', async ({ state, ctx: locked }) => {
    const house = await houseOf(ctx.tx);
    const hands = await sameHands(locked, house, state);
    const rule = await ruleOf(ctx.tx, house, { ...state, ownerId: hands });
    const decision = reopen(state, hands, rule, locked.now);
    if (isRefusal(decision) || !why) return { decision };
    return { decision: [...decision, ...note(why.id)], parts: { messages: [why] } };
  });
}
