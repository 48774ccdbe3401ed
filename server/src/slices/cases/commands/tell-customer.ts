import type { Ctx } from '../../../platform/context.ts';
import { messageBy } from '../author.ts';
import { changeOf } from '../change.ts';
import { lockCase } from '../change-case.ts';
import { baton } from '../../../kernel/actor.ts';
import { receiptOf } from '../store/read.ts';
import { writeChanges } from '../store/write.ts';

export type Telling = {
  caseId: string;
  kind: 'receipt' | 'moved' | 'merged' | 'reminder';
  subject: string;
  text: string;
  language: string;
};

/** Baton itself tells the customer something; a case has one receipt at most. */
export async function tellCustomer(ctx: Ctx, input: Telling): Promise<{ messageId: string }> {
  const { state, ctx: locked } = await lockCase(ctx, input.caseId);
  if (input.kind === 'receipt') {
    const given = await receiptOf(ctx.tx, input.caseId);
    if (given) return { messageId: given };
  }
  const message = messageBy(baton, {
    direction: 'out',
    kind: input.kind,
    subject: input.subject,
    text: input.text,
    language: input.language,
  });
  const change = changeOf(
    state,
    state.id,
    [{ kind: 'customer_told', message: message.id, about: input.kind }],
    { actor: baton, now: locked.now },
    { messages: [message] },
  );
  await writeChanges(ctx.tx, [change]);
  return { messageId: message.id };
}
