import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { sameHands } from '../hands.ts';
import { putBack as decideBack, setAside as decide } from '../rules/set-aside.ts';
import { withdrawAll } from '../rules/tasks.ts';
import { houseOf } from '../store/house.ts';
import { openTasks } from '../store/tasks.ts';

/** The opening message is not a request (spam, misdirected). */
export async function setAside(ctx: Ctx, input: OnCase & { reason: string }) {
  await changeCase(ctx, input, 'setAside', async ({ state, ctx: { now } }) => {
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    const decision = decide(state, input.reason, rule, now);
    if (isRefusal(decision)) return { decision };
    const open = await openTasks(ctx.tx, state.id);
    return { decision: [...decision, ...withdrawAll(open, 'set_aside')] };
  });
}

/** It was a request after all. */
export async function putBack(ctx: Ctx, input: OnCase) {
  await changeCase(ctx, input, 'putBack', async ({ state, ctx: locked }) => {
    const house = await houseOf(ctx.tx);
    const hands = await sameHands(locked, house, state);
    const rule = await ruleOf(ctx.tx, house, { ...state, ownerId: hands });
    return { decision: decideBack(state, hands, rule, locked.now) };
  });
}
