import type { Ctx } from '../../../platform/context.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { sameHands } from '../hands.ts';
import { putBack as decideBack, setAside as decide } from '../rules/set-aside.ts';
import { houseOf } from '../store/house.ts';

/** The opening message is not a request (spam, misdirected). */
export async function setAside(ctx: Ctx, input: OnCase & { reason: string }) {
  await changeCase(ctx, input, 'setAside', async ({ state, ctx: { now } }) => ({
    decision: decide(state, input.reason, now),
  }));
}

/** It was a request after all. */
export async function putBack(ctx: Ctx, input: OnCase) {
  await changeCase(ctx, input, 'putBack', async ({ state, ctx: locked }) => {
    const house = await houseOf(ctx.tx);
    const hands = await sameHands(locked, house, state);
    const { resumeAtLeastMs } = house.level(state.level);
    return { decision: decideBack(state, hands, resumeAtLeastMs, locked.now) };
  });
}
