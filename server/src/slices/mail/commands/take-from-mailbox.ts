import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { Envelope } from '../rules/letter.ts';
import { isKnownContent } from '../store/inbound.ts';
import { insertLeftover, type Leftover } from '../store/leftovers.ts';
import { advance, advanceOlder, type Place } from '../store/mailbox-progress.ts';
import { acceptMessage } from './accept-message.ts';

/** Somebody else reads this mailbox, or it was changed: whoever reads it here has to stop. */
export class ReadElsewhere extends Error {
  constructor() {
    super('The mailbox is read elsewhere, or was changed.');
    this.name = 'ReadElsewhere';
  }
}

/** A message of a mailbox: which one, and whether it was asked for as older mail. */
export type Fetched = { at: Place; uid: number; onRequest: boolean };

/**
 * Takes responsibility for a message of a mailbox and moves the cursor past it, in one transaction.
 * A content that came through the channel before is not taken again: the folder was made anew, or
 * older mail was asked for twice.
 * @returns whether it was new
 * @throws ReadElsewhere when the cursor is not where it was
 */
export async function takeFromMailbox(
  ctx: Ctx,
  fetched: Fetched,
  message: {
    envelope: Envelope;
    /** It has lain there for so long that nothing automatic may answer it. */
    old: boolean;
    raw: { sha256: string; size: number };
  },
): Promise<boolean> {
  await moveOn(ctx, fetched);
  const { channelId } = fetched.at;
  if (await isKnownContent(ctx.tx, channelId, message.raw.sha256)) return false;
  await acceptMessage(ctx, {
    channelId,
    door: 'imap',
    envelopeFrom: message.envelope.from,
    recipients: message.envelope.recipients,
    remoteAddress: null,
    raw: message.raw,
    older: message.old || fetched.onRequest,
  });
  return true;
}

/** Leaves a message in its mailbox, where people are shown that it is. */
export async function leaveInMailbox(
  ctx: Ctx,
  fetched: Fetched,
  about: Pick<Leftover, 'reason' | 'size' | 'sender' | 'subject'>,
): Promise<void> {
  await moveOn(ctx, fetched);
  const { channelId, uidValidity } = fetched.at;
  const where = { channelId, uidValidity, uid: fetched.uid };
  await insertLeftover(ctx.tx, { ...about, ...where, id: newId(), foundAt: ctx.now });
}

async function moveOn(ctx: Ctx, { at, uid, onRequest }: Fetched): Promise<void> {
  const moved = await (onRequest ? advanceOlder : advance)(ctx.tx, at, uid);
  if (!moved) throw new ReadElsewhere();
}
