import type { Ctx, Deps } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { normaliseAddress } from '../rules/address.ts';
import { correspondent } from '../rules/ours.ts';
import { lockSetAside, setAside, settleInbound } from '../store/inbound.ts';
import { mailHouse } from '../store/settings.ts';
import type { Reading } from '../transport/reading.ts';
import { readApart } from '../transport/read-apart.ts';
import { openFromLetter } from './open-from-letter.ts';
import { originalOf } from './original-of.ts';

/** Reads a message that is set aside, which may take a while: not in a transaction. */
export async function readSetAside(deps: Deps, inboundId: string): Promise<Reading | null> {
  const row = await setAside(deps.db, inboundId);
  return row && readApart(deps, originalOf(row));
}

/**
 * Takes it back that a message was set aside: it opens a case after all, without a receipt, for
 * nobody knows yet who wrote it.
 * @param reading the message, read before; null when it was not set aside then
 * @throws Problem wrong_status when it is not set aside (any more)
 */
export async function openSetAside(
  ctx: Ctx,
  inboundId: string,
  reading: Reading | null,
): Promise<void> {
  const row = (await lockSetAside(ctx.tx, inboundId)) && (await setAside(ctx.tx, inboundId));
  if (!row || !reading) {
    throw new Problem('wrong_status', { detail: 'The message is not set aside.' });
  }
  const { letter } = reading;
  const house = await mailHouse(ctx.tx, []);
  const envelope = { from: row.envelopeFrom, recipients: row.recipients };
  const sender = correspondent(letter, envelope, house.ours);
  const ours = new Set([...house.ours, ...row.recipients.map(normaliseAddress)]);
  const verdict = {
    outcome: 'opened',
    reason: 'new',
    linkedTo: null,
    automatic: false,
    receipt: false,
  } as const;
  const judged = { verdict, sender, found: null, authentication: 'unknown', ours } as const;
  const { caseId, messageId } = await openFromLetter(ctx, row, reading, judged, verdict);
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
