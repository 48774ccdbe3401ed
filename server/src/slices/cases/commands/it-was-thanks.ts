import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { itWasThanks as decide } from '../rules/ending.ts';

/** The message that opened the case again was thanks: it is solved as it was before. */
export async function itWasThanks(ctx: Ctx, input: OnCase): Promise<void> {
  await changeCase(ctx, input, 'thanks', async ({ state, ctx: { now } }) => ({
    decision: decide(state, now),
  }));
}
