import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { normaliseAddress } from '../rules/address.ts';
import { correspondent } from '../rules/ours.ts';
import { lockSetAside, setAside, settleInbound } from '../store/inbound.ts';
import { mailHouse } from '../store/settings.ts';
import { readLetter } from '../transport/read-letter.ts';
import { openFromLetter } from './open-from-letter.ts';
import { originalOf } from './process-inbound.ts';

/**
 * Takes it back that a message was set aside: it opens a case after all, without a receipt, for
 * nobody knows yet who wrote it.
 * @throws Problem wrong_status when it is not set aside (any more)
 */
export async function openSetAside(ctx: Ctx, inboundId: string): Promise<void> {
  const row = (await lockSetAside(ctx.tx, inboundId)) && (await setAside(ctx.tx, inboundId));
  if (!row) throw new Problem('wrong_status', { detail: 'The message is not set aside.' });
  const reading = await readLetter(ctx.deps, originalOf(row));
  const { letter } = reading;
  const house = await mailHouse(ctx.tx, []);
  const sender = correspondent(letter, house.ours) ?? { address: row.envelopeFrom, name: null };
  const ours = new Set([...house.ours, ...row.recipients.map(normaliseAddress)]);
  const verdict = {
    outcome: 'opened',
    reason: 'new',
    linkedTo: null,
    automatic: false,
    receipt: false,
  } as const;
  const judgement = { verdict, sender, found: null, ours };
  const { caseId, messageId } = await openFromLetter(ctx, row, reading, judgement, verdict);
  await settleInbound(ctx.tx, row.id, {
    outcome: 'opened',
    reason: 'was_set_aside',
    decidedAt: ctx.now,
    sender: sender.address,
    subject: letter.subject,
    headerMessageId: letter.messageId,
    writtenAt: letter.writtenAt,
    caseId,
    messageId,
  });
}
