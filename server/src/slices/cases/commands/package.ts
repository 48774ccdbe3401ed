import type { HandoverDirection } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { messageBy } from '../author.ts';
import type { NewMessage } from '../change.ts';
import { isReasonInUse } from '../store/hand-over-reasons.ts';
import { messagesAmong } from '../store/messages.ts';

/** What whoever hands a case over says and marks for whoever takes it. */
export type Package = {
  /** A code, or the id of one of the company's own reasons. */
  reason: string;
  summary: string;
  marked?: string[] | undefined;
};

/** The summary as a message among ourselves, which stands with the case for good. */
export function summaryOf(ctx: Ctx, { summary }: Package): NewMessage {
  return messageBy(ctx.actor, { direction: 'internal', kind: 'summary', text: summary });
}

/** @throws Problem `unknown_reference` for a marked message that is none of the case's */
export async function markedOf(ctx: Ctx, caseId: string, { marked = [] }: Package) {
  const ids = [...new Set(marked)];
  const known = new Set(await messagesAmong(ctx.tx, caseId, ids));
  const strange = marked.findIndex((id) => !known.has(id));
  if (strange !== -1) throw unknownReference(`marked.${strange}`, 'not_of_this_case');
  return ids;
}

const ownReason = /^[0-9a-f]{8}-/i;

/** @throws Problem `unknown_reference` for a reason of the company's own that is not offered */
export async function refuseUnlessReason(
  ctx: Ctx,
  direction: HandoverDirection,
  { reason }: Package,
): Promise<void> {
  if (!ownReason.test(reason) || (await isReasonInUse(ctx.tx, reason, direction))) return;
  throw unknownReference('reason', 'not_offered');
}
