import type { Ctx } from '../../../platform/context.ts';
import { isPerson, messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import {
  correctCall as decideCorrection,
  logCall as decide,
  type LoggedCall,
} from '../rules/spoken.ts';
import { houseOf } from '../store/house.ts';
import { rewriteMessage } from '../store/messages.ts';

/** A call that has ended stands in the conversation; `text` is what is to be found of it. */
export async function logCall(
  ctx: Ctx,
  input: OnCase & { call: Omit<LoggedCall, 'message'>; text: string },
): Promise<{ messageId: string }> {
  const { text } = input;
  const message = messageBy(ctx.actor, { direction: 'internal', kind: 'call', text });
  await changeCase(ctx, input, 'note', async ({ state, ctx: { now } }) => {
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    const call = { ...input.call, message: message.id };
    const decision = decide(state, call, isPerson(ctx.actor), rule, now);
    return { decision, parts: { messages: [message] } };
  });
  return { messageId: message.id };
}

/** A call that stands in the conversation is put right, by its agent or whoever may correct the case. */
export async function correctCall(
  ctx: Ctx,
  input: OnCase & {
    own: boolean;
    call: Parameters<typeof decideCorrection>[1];
    messageId: string;
    text: string;
  },
): Promise<void> {
  await changeCase(ctx, input, input.own ? 'note' : 'correct', async ({ state }) => ({
    decision: decideCorrection(state, input.call, isPerson(ctx.actor)),
  }));
  await rewriteMessage(ctx.tx, { id: input.messageId, caseId: input.caseId, text: input.text });
}
