import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { isPerson, messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { isRefusal } from '../../../kernel/decision.ts';
import { noteWriting, refuseUnfilled, type Written } from '../../writing/index.ts';
import { reply as decide } from '../rules/speak.ts';
import { wait } from '../rules/wait.ts';
import { assertFiles } from '../store/files.ts';
import { houseOf } from '../store/house.ts';
import { hasAddress } from '../store/read.ts';

export type Reply = OnCase & Written & { files: string[]; waitUntil?: Date | undefined };

/** The owner writes to the customer, and waits for the answer if asked to. */
export async function reply(ctx: Ctx, input: Reply): Promise<{ messageId: string }> {
  const message = messageBy(ctx.actor, {
    direction: 'out',
    kind: 'reply',
    text: input.text,
    files: input.files,
  });
  await changeCase(ctx, input, 'reply', async ({ state, ctx: { now } }) => {
    await assertFiles(ctx, input.files);
    await refuseUnfilled(ctx, input.text);
    if (!(await hasAddress(ctx.tx, state.id))) {
      throw new Problem('nobody_to_write_to', {
        detail: 'The customer has no mail address; add one to the customer, or write a note.',
      });
    }
    const replied = decide(state, message.id, isPerson(ctx.actor));
    if (isRefusal(replied) || !input.waitUntil) {
      return { decision: replied, parts: { messages: [message] } };
    }
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    const waiting = wait(state, input.waitUntil, rule, now);
    return {
      decision: isRefusal(waiting) ? waiting : [...replied, ...waiting],
      parts: { messages: [message] },
    };
  });
  await noteWriting(ctx, message.id, input);
  return { messageId: message.id };
}
