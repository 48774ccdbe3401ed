import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { isPerson } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { isRefusal } from '../../../kernel/decision.ts';
import { noteWriting } from '../../writing/index.ts';
import { reply as decide } from '../rules/speak.ts';
import { wait } from '../rules/wait.ts';
import { houseOf } from '../store/house.ts';
import { hasAddress } from '../store/read.ts';
import { type ForCustomer, written } from '../written.ts';

export type Reply = OnCase & ForCustomer & { waitUntil?: Date | undefined };

/** The owner writes to the customer, and waits for the answer if asked to. */
export async function reply(ctx: Ctx, input: Reply): Promise<{ messageId: string }> {
  const writing = written(ctx, 'reply', input);
  const { id } = writing.message;
  await changeCase(ctx, input, 'reply', async ({ state, ctx: { now } }) => {
    const message = await writing.at(now);
    if (!(await hasAddress(ctx.tx, state.id))) {
      throw new Problem('nobody_to_write_to', {
        detail: 'The customer has no mail address; add one to the customer, or write a note.',
      });
    }
    const replied = decide(state, id, isPerson(ctx.actor));
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
  await noteWriting(ctx, id, { ...input, text: writing.message.text });
  return { messageId: id };
}
