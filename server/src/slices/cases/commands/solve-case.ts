import type { Ctx } from '../../../platform/context.ts';
import { isPerson, messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { solve } from '../rules/solve.ts';
import { assertFiles } from '../store/files.ts';
import { houseOf } from '../store/house.ts';

/** Solved for good: the written solution goes to the customer, who has the last word. */
export async function solveCase(
  ctx: Ctx,
  input: OnCase & { text: string; files: string[] },
): Promise<{ messageId: string }> {
  const solution = messageBy(ctx.actor, {
    direction: 'out',
    kind: 'solution',
    text: input.text,
    files: input.files,
  });
  await changeCase(ctx, input, 'solve', async ({ state, ctx: { now } }) => {
    await assertFiles(ctx, input.files);
    const house = await houseOf(ctx.tx);
    const rule = await ruleOf(ctx.tx, house, state);
    return {
      decision: solve(state, solution.id, isPerson(ctx.actor), house, rule, now),
      parts: { messages: [solution] },
    };
  });
  return { messageId: solution.id };
}
