import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { itWasThanks as decide } from '../rules/ending.ts';
import { houseOf } from '../store/house.ts';

/** The message that opened the case again was thanks: it is solved as it was before. */
export async function itWasThanks(ctx: Ctx, input: OnCase): Promise<void> {
  await changeCase(ctx, input, 'thanks', async ({ state, ctx: { now } }) => {
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    return { decision: decide(state, rule, now) };
  });
}
