import type { Ctx } from '../../../platform/context.ts';
import { messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { followMentioned } from './mentioned.ts';
import { note } from '../rules/speak.ts';
import { assertFiles } from '../store/files.ts';

/** Something among ourselves about a case; the customer never sees it. */
export async function writeNote(
  ctx: Ctx,
  input: OnCase & { text: string; files: string[]; mentions?: string[] },
): Promise<{ messageId: string }> {
  const message = messageBy(ctx.actor, {
    direction: 'internal',
    kind: 'note',
    text: input.text,
    files: input.files,
  });
  await changeCase(ctx, input, 'note', async () => {
    await assertFiles(ctx, input.files);
    const mentions = [...new Set(input.mentions)];
    const followers = await followMentioned(ctx, input.caseId, mentions);
    return {
      decision: [...note(message.id, mentions), ...followers],
      parts: { messages: [message] },
    };
  });
  return { messageId: message.id };
}
