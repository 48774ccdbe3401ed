import { Readable } from 'node:stream';
import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { acceptMessage } from '../commands/accept-message.ts';
import { imapEnvelope } from '../rules/imap-envelope.ts';
import type { Envelope } from '../rules/letter.ts';
import { findDoor } from './find-door.ts';
import { limited } from './limited.ts';
import { headerLinesOf, readHeaders } from './read-headers.ts';
import { largestMessage, pausedRecipient, unknownRecipient } from './smtp-answers.ts';

/** Enough for the headers in which a mail server writes. */
const keptBeginning = 64 * 1024;

/** What the mail server said beside the message; what it did not say is read from the headers. */
export type Delivery = { from: string | undefined; recipients: string[] };

/**
 * Takes a message from the pipe of a mail server, as the SMTP door does: durably, and only then it
 * is accepted. Not a byte is changed.
 * @returns the id under which it was accepted
 * @throws SmtpRefusal, TooLarge, DiskFull, or what the database says; nothing was accepted then
 */
export async function deliver(deps: Deps, message: Readable, said: Delivery): Promise<string> {
  const beginning: Uint8Array[] = [];
  const content = noting(limited(message, largestMessage), beginning);
  const raw = await deps.storage.put(Readable.from(content, { objectMode: false }));
  const envelope = envelopeOf(Buffer.concat(beginning), said);
  const door = await doorOf(deps, envelope.recipients);
  return runCommand(deps, baton, (ctx) =>
    acceptMessage(ctx, {
      channelId: door,
      door: 'pipe',
      envelopeFrom: envelope.from,
      recipients: envelope.recipients,
      remoteAddress: null,
      raw,
    }),
  );
}

/** The same content; its beginning is kept beside. */
async function* noting(content: AsyncIterable<Uint8Array>, beginning: Uint8Array[]) {
  let kept = 0;
  for await (const chunk of content) {
    if (kept < keptBeginning) beginning.push(chunk);
    kept += chunk.length;
    yield chunk;
  }
}

function envelopeOf(beginning: Buffer, { from, recipients }: Delivery): Envelope {
  const read = imapEnvelope(readHeaders(headerLinesOf(beginning)), 'postmaster');
  return {
    from: from ?? read.from,
    recipients: recipients.length > 0 ? recipients : read.recipients,
  };
}

/** The channel of the first recipient that one takes; a mail server pipes for one, as a rule. */
async function doorOf(deps: Deps, recipients: string[]): Promise<string> {
  for (const recipient of recipients) {
    const door = await findDoor(deps, recipient);
    if (door?.paused) throw pausedRecipient();
    if (door) return door.id;
  }
  throw unknownRecipient(recipients.join(', '));
}
