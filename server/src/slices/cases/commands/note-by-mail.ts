import type { Ctx } from '../../../platform/context.ts';
import type { NewMessage } from '../change.ts';
import { changeCase } from '../change-case.ts';
import { note } from '../rules/speak.ts';

/** An agent's mail becomes a note on a case; the customer never sees it. */
export async function noteByMail(
  ctx: Ctx,
  { caseId, message }: { caseId: string; message: NewMessage },
): Promise<{ caseId: string; messageId: string }> {
  await changeCase(ctx, { caseId }, 'note', async () => ({
    decision: note(message.id),
    parts: { messages: [message] },
  }));
  return { caseId, messageId: message.id };
}
