import { blanksIn, type HintCode, isUnchanged } from '@baton/contract';
import type { Ctx, Tx } from '../../../platform/context.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { deleteWriting, insertWriting } from '../store/message-writing.ts';
import { blanksOfTemplates, textOfTemplate } from '../store/templates.ts';

/** What is to be known of how a message to a customer was written. */
export type Written = { text: string; template?: string | null; hints?: HintCode[] };

/**
 * Refuses a text to a customer in which a blank of a template was left. Only what stands in some
 * template counts: whoever writes about software may write of brackets.
 * @throws Problem unfilled_blank (requirement S3-187)
 */
export async function refuseUnfilled({ tx }: Ctx, text: string): Promise<void> {
  const blanks = blanksIn(text);
  const left = blanks.length > 0 ? await blanksOfTemplates(tx, blanks) : [];
  if (left.length === 0) return;
  throw new Problem('unfilled_blank', {
    detail: `Not sent: ${left.join(', ')} is still to be filled in. Your text was kept.`,
    errors: left.map((blank) => fieldRefusal('text', 'unfilled', { blank })),
  });
}

/**
 * Notes the template with which a message began, whether anything of it was changed, and what was
 * pointed out and sent all the same.
 * @throws Problem unknown_reference for a template that there never was
 */
export async function noteWriting(
  { tx, now }: Ctx,
  messageId: string,
  { text, template = null, hints = [] }: Written,
): Promise<void> {
  if (template === null && hints.length === 0) return;
  const begun = template === null ? null : await textOf(tx, template);
  const unchanged = begun === null ? null : isUnchanged(begun, text);
  const said = { templateId: template, unchanged, hints: [...new Set(hints)] };
  await insertWriting(tx, { messageId, at: now, ...said });
}

/**
 * What was taken back did not use its template, and told nobody anything in spite of a hint.
 * @returns the template with which it began
 */
export async function takeBackWriting({ tx }: Ctx, messageId: string): Promise<string | null> {
  return (await deleteWriting(tx, messageId))?.templateId ?? null;
}

/** @throws Problem unknown_reference for a template that there never was */
export async function refuseUnknownTemplate({ tx }: Ctx, template: string): Promise<void> {
  await textOf(tx, template);
}

async function textOf(tx: Tx, template: string): Promise<string> {
  const text = await textOfTemplate(tx, template);
  if (text === null) throw unknownReference('template', 'not_there');
  return text;
}
