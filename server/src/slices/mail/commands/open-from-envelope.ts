import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { emptyLetter } from '../rules/letter.ts';
import { correspondent } from '../rules/ours.ts';
import { lockUnprocessed, settleInbound, type Unprocessed } from '../store/inbound.ts';
import type { Reading } from '../transport/reading.ts';
import { rescueLetter } from '../transport/rescue-letter.ts';
import { openFromLetter } from './open-from-letter.ts';
import { originalOf } from './original-of.ts';

/**
 * The last resort for a message that cannot be processed (invariant 5): a case from the envelope,
 * with what can be read of it and the original as a file. Nothing else of it is believed, for
 * something in it is what goes wrong; so nobody gets a receipt.
 */
export async function openFromEnvelope(deps: Deps, row: Unprocessed, cause: unknown) {
  const reading = await rescued(deps, row, cause);
  const { letter } = reading;
  const envelope = { from: row.envelopeFrom, recipients: row.recipients };
  const verdict = {
    outcome: 'opened',
    reason: 'new',
    linkedTo: null,
    automatic: false,
    receipt: false,
  } as const;
  await runCommand(deps, baton, async (ctx) => {
    if (!(await lockUnprocessed(ctx.tx, row.id))) return;
    const sender = correspondent(letter, envelope, new Set());
    const judged = { verdict, sender, found: null, authentication: 'unknown' } as const;
    const judgement = { ...judged, ours: new Set<string>(), returned: null };
    const { caseId, messageId } = await openFromLetter(ctx, row, reading, judgement, verdict);
    await settleInbound(ctx.tx, row.id, {
      outcome: 'opened',
      reason: 'could_not_be_processed',
      decidedAt: ctx.now,
      sender: sender.address,
      senderCheck: row.senderCheck,
      subject: letter.subject,
      headerMessageId: null,
      writtenAt: null,
      caseId,
      messageId,
    });
  });
}

async function rescued(deps: Deps, row: Unprocessed, cause: unknown): Promise<Reading> {
  const original = originalOf(row);
  try {
    const reading = await rescueLetter(deps, original, cause);
    const { subject, text } = reading.letter;
    return { ...reading, letter: { ...emptyLetter, subject, text } };
  } catch {
    const nothing = { fresh: '', quoted: null, signature: null };
    return {
      letter: emptyLetter,
      parts: nothing,
      notes: [],
      files: [original],
      htmlSha256: null,
      fault: 'unreadable',
    };
  }
}
