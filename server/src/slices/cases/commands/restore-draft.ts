import type { Ctx } from '../../../platform/context.ts';
import { escaped } from '../../../platform/formatted/index.ts';
import { lockEvenDiscarded, writeDraft } from '../store/drafts.ts';
import { filesOfMessage } from '../store/files.ts';

type Message = { id: string; case_id: string; kind: string; text: string; html: string | null };

/**
 * What was taken back is a draft again. Where its writer has begun something else meanwhile, even
 * discarded it, that comes after it: nothing that was typed is lost.
 * @param template with which it began
 */
export async function restoreDraft(
  ctx: Ctx,
  message: Message,
  template: string | null,
): Promise<void> {
  if (ctx.actor.kind !== 'agent') return;
  const kind = message.kind === 'solution' ? 'solution' : 'reply';
  const place = { agentId: ctx.actor.id, caseId: message.case_id, kind } as const;
  const files = await filesOfMessage(ctx.tx, message.id);
  const begun = await lockEvenDiscarded(ctx.tx, place);
  // A browser may have kept beside it what was on its way.
  const after = begun && begun.text !== message.text ? begun : null;
  const draft = {
    text: after ? `${message.text}\n\n${after.text}` : message.text,
    html: after ? htmlOf(message) + htmlOf(after) : message.html,
    files: [...new Set([...files, ...(begun?.files ?? []).map(({ id }) => id)])],
    template: template ?? begun?.template_id ?? null,
    mark: null,
  };
  await writeDraft(ctx.tx, place, draft, ctx.now);
}

function htmlOf({ html, text }: { html: string | null; text: string }): string {
  if (html !== null) return html;
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
