import { Readable } from 'node:stream';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { acceptMessage } from '../commands/accept-message.ts';
import { drain, limited, TooLarge } from './limited.ts';
import { largestMessage, SmtpRefusal } from './smtp-answers.ts';

/**
 * Stores a message as it arrives, byte for byte, and takes responsibility for it.
 * @returns the id under which it was accepted
 * @throws TooLarge, DiskFull, or what the database says; nothing was accepted then
 */
export async function takeMessage(
  deps: Deps,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { channelId, door }: { channelId: string | undefined; door: 'smtp' | 'lmtp' },
): Promise<string> {
  // The transaction's facts now: a client that goes away resets them.
  const { mailFrom, rcptTo } = session.envelope;
  const recipients = rcptTo.map(({ address }) => address);
  if (channelId === undefined) throw new SmtpRefusal(451, 'No channel takes this, try later');
  const raw = await store(deps, stream);
  return runCommand(deps, baton, (ctx) =>
    acceptMessage(ctx, {
      channelId,
      door,
      envelopeFrom: mailFrom ? mailFrom.address : '',
      recipients,
      remoteAddress: session.remoteAddress,
      raw,
    }),
  );
}

async function store(deps: Deps, stream: SMTPServerDataStream) {
  try {
    return await deps.storage.put(
      Readable.from(limited(stream, largestMessage), { objectMode: false }),
    );
  } catch (error) {
    // The sender listens only after its last byte; twice the limit is where patience ends.
    await drain(stream, error instanceof TooLarge ? largestMessage : 2 * largestMessage);
    throw error;
  }
}
