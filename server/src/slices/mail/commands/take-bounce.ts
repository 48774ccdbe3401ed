import type { Ctx } from '../../../platform/context.ts';
import { recordDelivery } from '../../cases/index.ts';
import type { Verdict } from '../rules/decide.ts';
import type { Letter } from '../rules/letter.ts';
import { messageIdsIn } from '../rules/message-id.ts';
import { setFate } from '../store/outbound.ts';
import { outboundOfMessageIds } from '../store/threads.ts';

/**
 * Finds the message of ours that a bounce speaks of, and keeps its fate (invariant 9).
 * @returns its case, or null when the bounce names none of our messages
 */
export async function takeBounce(
  ctx: Ctx,
  letter: Letter,
  verdict: Extract<Verdict, { outcome: 'bounce' }>,
): Promise<string | null> {
  const named = [...letter.returnedIds, ...letter.inReplyTo, ...letter.references];
  const ids = [...new Set([...named, ...messageIdsIn(letter.text)])].slice(0, 200);
  const outbound = await outboundOfMessageIds(ctx.tx, ids);
  if (!outbound) return null;
  const state = fateOf(verdict.reason, outbound.state);
  if (state) {
    await setFate(ctx.tx, outbound.id, state, verdict.words);
    const { messageId, id: outboundId } = outbound;
    await recordDelivery(ctx, { messageId, outboundId, state, reason: verdict.words });
  }
  return outbound.caseId;
}

/** What a report changes: a delay nothing, success only what was handed over and no more. */
function fateOf(reported: 'failed' | 'delayed' | 'delivered', now: string) {
  if (reported === 'failed') return now === 'bounced' ? null : 'bounced';
  return reported === 'delivered' && now === 'sent' ? 'delivered' : null;
}
