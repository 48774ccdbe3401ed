import type { Ctx } from '../../../platform/context.ts';
import { recordDelivery } from '../../cases/index.ts';
import { settleMailed } from '../../notices/index.ts';
import type { Verdict } from '../rules/decide.ts';
import type { Letter } from '../rules/letter.ts';
import { messageIdsIn } from '../rules/message-id.ts';
import { agentMailOfMessageIds, setAgentMailFate } from '../store/agent-mail.ts';
import { setFate } from '../store/outbound.ts';
import { outboundOfMessageIds } from '../store/threads.ts';

type BounceVerdict = Extract<Verdict, { outcome: 'bounce' }>;

/**
 * Finds the message of ours that a bounce speaks of, and keeps its fate (invariant 9).
 * @returns its case, or null when the bounce names none of our messages
 */
export async function takeBounce(
  ctx: Ctx,
  letter: Letter,
  verdict: BounceVerdict,
): Promise<string | null> {
  const named = [...letter.returnedIds, ...letter.inReplyTo, ...letter.references];
  const ids = [...new Set([...named, ...messageIdsIn(letter.text)])].slice(0, 200);
  const outbound = await outboundOfMessageIds(ctx.tx, ids);
  if (!outbound) {
    await bounceOfAgentMail(ctx, ids, verdict);
    return null;
  }
  const state = fateOf(verdict.reason, outbound.state);
  if (state) {
    await setFate(ctx.tx, outbound.id, state, verdict.words);
    const { messageId, id: outboundId } = outbound;
    await recordDelivery(ctx, { messageId, outboundId, state, reason: verdict.words });
  }
  return outbound.caseId;
}

/** A mail to an agent came back: that stands beside what it told. */
async function bounceOfAgentMail(ctx: Ctx, ids: string[], { reason, words }: BounceVerdict) {
  const mailId = reason === 'failed' ? await agentMailOfMessageIds(ctx.tx, ids) : null;
  if (!mailId) return;
  const fate = { state: 'refused', reason: words, at: ctx.now } as const;
  await setAgentMailFate(ctx.tx, mailId, fate);
  await settleMailed(ctx.tx, mailId, fate);
}

/** What a report changes: a delay nothing, success only what was handed over and no more. */
function fateOf(reported: 'failed' | 'delayed' | 'delivered', now: string) {
  if (reported === 'failed') return now === 'bounced' ? null : 'bounced';
  return reported === 'delivered' && now === 'sent' ? 'delivered' : null;
}
