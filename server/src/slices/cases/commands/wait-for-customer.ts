import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { resume, wait } from '../rules/wait.ts';
import { houseOf } from '../store/house.ts';

/** The owner waits for the customer, until an instant at the latest. */
export async function waitForCustomer(ctx: Ctx, input: OnCase & { until: Date | null }) {
  await changeCase(ctx, input, 'wait', async ({ state, ctx: { now } }) => {
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    return { decision: wait(state, input.until, rule, now) };
  });
}

/** The owner stops waiting. */
export async function resumeCase(ctx: Ctx, input: OnCase) {
  await changeCase(ctx, input, 'wait', async ({ state, ctx: { now } }) => {
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    return { decision: resume(state, rule, now) };
  });
}
