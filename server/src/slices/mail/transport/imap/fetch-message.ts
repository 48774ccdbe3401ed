import { Readable } from 'node:stream';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { baton } from '../../../../kernel/actor.ts';
import { between } from '../../../../kernel/instant.ts';
import type { Deps } from '../../../../platform/context.ts';
import { instant, runCommand } from '../../../../platform/db.ts';
import { type Fetched, leaveInMailbox, takeFromMailbox } from '../../commands/take-from-mailbox.ts';
import { tooOldMs } from '../../rules/budget.ts';
import { imapEnvelope } from '../../rules/imap-envelope.ts';
import { limited, TooLarge } from '../limited.ts';
import { headerLinesOf, readHeaders } from '../read-headers.ts';
import { largestMessage } from '../smtp-answers.ts';

/** What is asked of a message before it is fetched. */
export const aboutMessage = { uid: true, size: true, internalDate: true, envelope: true } as const;

const chunkSize = 1024 * 1024;
/** Enough for the headers in which a mail host writes. */
const keptBeginning = 64 * 1024;

/** What became of a message: `gone` was deleted by somebody before it could be fetched. */
type Fate = 'taken' | 'known' | 'left' | 'gone';

/**
 * Fetches a message in pieces into the file store, durably, and then takes responsibility for it,
 * as the SMTP door does. One that is larger than that door takes, or empty, is left and written down.
 * @param address of the channel
 * @throws ReadElsewhere, DiskFull, and what the connection and the database say
 */
export async function fetchMessage(
  deps: Deps,
  client: ImapFlow,
  message: FetchMessageObject,
  fetched: Fetched,
  address: string,
): Promise<Fate> {
  const size = message.size ?? 0;
  if (size > largestMessage) return leave(deps, message, fetched, 'too_large');
  const { content } = await client.download(String(message.uid), undefined, {
    uid: true,
    chunkSize,
  });
  if (!content) {
    const there = await client.fetchOne(String(message.uid), { uid: true }, { uid: true });
    return there ? leave(deps, message, fetched, 'empty') : 'gone';
  }
  try {
    const { raw, beginning } = await store(deps, content);
    const head = readHeaders(headerLinesOf(beginning));
    const old = await isOld(deps, message.internalDate);
    const envelope = imapEnvelope(head, address);
    const isNew = await runCommand(deps, baton, (ctx) =>
      takeFromMailbox(ctx, fetched, { envelope, old, raw }),
    );
    return isNew ? 'taken' : 'known';
  } catch (error) {
    content.destroy();
    if (error instanceof TooLarge) return leave(deps, message, fetched, 'too_large');
    throw error;
  }
}

/** Stores the content as it comes, and keeps how it begins. */
async function store(deps: Deps, content: Readable) {
  const kept: Buffer[] = [];
  let length = 0;
  async function* watched() {
    for await (const chunk of limited(content, largestMessage)) {
      if (length < keptBeginning) kept.push(Buffer.from(chunk.subarray(0, keptBeginning - length)));
      length += chunk.length;
      yield chunk;
    }
  }
  const raw = await deps.storage.put(Readable.from(watched(), { objectMode: false }));
  return { raw, beginning: Buffer.concat(kept) };
}

/** Whether it lay in the mailbox for longer than anything automatic may answer (invariant 11). */
async function isOld(deps: Deps, arrived: Date | string | undefined): Promise<boolean> {
  if (arrived === undefined) return false;
  return between(new Date(arrived), await instant(deps.db, deps)) > tooOldMs;
}

async function leave(
  deps: Deps,
  { size = 0, envelope }: FetchMessageObject,
  fetched: Fetched,
  reason: 'too_large' | 'empty',
): Promise<'left'> {
  const about = {
    reason,
    size,
    sender: envelope?.from?.[0]?.address?.slice(0, 254) ?? null,
    subject: envelope?.subject?.slice(0, 500) ?? null,
  };
  await runCommand(deps, baton, (ctx) => leaveInMailbox(ctx, fetched, about));
  return 'left';
}
