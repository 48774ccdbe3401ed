import type { Ctx } from '../../../platform/context.ts';
import { recordComplaint, recordDelivery } from '../../cases/index.ts';
import { settleMailed } from '../../notices/index.ts';
import { agentMailOfMessageIds, setAgentMailFate } from '../store/agent-mail.ts';
import { normaliseAddress } from '../rules/address.ts';
import { failedAddresses } from '../rules/bounce.ts';
import type { Verdict } from '../rules/decide.ts';
import type { Letter } from '../rules/letter.ts';
import { markBounced, markComplained } from '../store/address-marks.ts';
import { setFate } from '../store/outbound.ts';
import { noteDelay, noteRefused, type Returned } from '../store/returned.ts';
import { namedIn } from './find-returned.ts';

type BounceVerdict = Extract<Verdict, { outcome: 'bounce' }>;

type Report = {
  inboundId: string;
  letter: Letter;
  verdict: BounceVerdict;
  /** The message of ours that it speaks of; null when it names none. */
  returned: Returned | null;
};

/**
 * Keeps what a report says of a message of ours: its fate (invariant 9), and of the addresses to
 * which it went whether they take our mail. What names none of our messages changes nothing.
 * @returns the case of the message, or null
 */
export async function takeBounce(ctx: Ctx, report: Report): Promise<string | null> {
  const { returned } = report;
  if (!returned) {
    await bounceOfAgentMail(ctx, namedIn(report.letter), report.verdict);
    return null;
  }
  switch (report.verdict.reason) {
    case 'failed':
      await takeFailure(ctx, report, returned);
      break;
    case 'delayed':
      await noteDelay(ctx.tx, returned.id, ctx.now);
      break;
    case 'delivered':
      // Success changes only what was handed over and no more.
      if (returned.state === 'sent')
        await keepFate(ctx, returned, 'delivered', report.verdict.words);
      break;
    case 'complained':
      await takeComplaint(ctx, report, returned);
      break;
  }
  return returned.caseId;
}

/** A mail to an agent came back: that stands beside what it told. */
async function bounceOfAgentMail(ctx: Ctx, ids: string[], { reason, words }: BounceVerdict) {
  const mailId = reason === 'failed' ? await agentMailOfMessageIds(ctx.tx, ids) : null;
  if (!mailId) return;
  const fate = { state: 'refused', reason: words, at: ctx.now } as const;
  await setAgentMailFate(ctx.tx, mailId, fate);
  await settleMailed(ctx.tx, mailId, fate);
}

async function takeFailure(ctx: Ctx, report: Report, returned: Returned): Promise<void> {
  const { letter, verdict, inboundId } = report;
  const failed = failedAddresses(letter, returned.sentTo);
  // Of several it is said who did not get it.
  const whom = returned.sentTo.length > 1 ? failed.map(({ address }) => address).join(', ') : '';
  const words = [whom, verdict.words].filter(Boolean).join(': ') || null;
  // While others are still tried that is only noted: the fate is told when all have one.
  const isUnderWay = await noteRefused(ctx.tx, returned.id, `not taken for ${words ?? 'somebody'}`);
  if (!isUnderWay && returned.state !== 'bounced') await keepFate(ctx, returned, 'bounced', words);
  for (const { address, kind, words } of failed) {
    const reason = words ?? verdict.words;
    await markBounced(ctx.tx, { address, kind, reason, at: ctx.now, inboundId });
  }
}

async function takeComplaint(ctx: Ctx, report: Report, returned: Returned): Promise<void> {
  await recordComplaint(ctx, returned);
  const named = new Set(report.letter.complaint?.recipients.map(normaliseAddress));
  const sentTo = returned.sentTo.map(normaliseAddress);
  const those = sentTo.filter((address) => named.has(address));
  // Most hosts hide who complains; where it went to one only, it is that one.
  for (const address of those.length > 0 || sentTo.length > 1 ? those : sentTo) {
    await markComplained(ctx.tx, { address, at: ctx.now, inboundId: report.inboundId });
  }
}

async function keepFate(
  ctx: Ctx,
  { id: outboundId, messageId }: Returned,
  state: 'bounced' | 'delivered',
  reason: string | null,
): Promise<void> {
  await setFate(ctx.tx, outboundId, state, reason);
  await recordDelivery(ctx, { messageId, outboundId, state, reason });
}
