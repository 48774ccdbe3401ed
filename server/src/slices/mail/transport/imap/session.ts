import type { ImapFlow } from 'imapflow';
import type { Deps } from '../../../../platform/context.ts';
import { instant } from '../../../../platform/db.ts';
import { channelById } from '../../store/channels.ts';
import { noteAnswer } from '../../store/mailbox-progress.ts';
import type { MailboxRow } from '../../store/mailboxes.ts';
import { connectImap } from './connect.ts';
import { openFolder, placeIn, type Reading } from './folder.ts';
import { forgetToken, loginOf, serverOf } from './login.ts';
import { readNew } from './read-new.ts';
import { findOlder, readOlder } from './read-older.ts';
import { prepareMove, settleRest } from './settle.ts';

/** How long nothing is heard before the folder is looked at all the same. */
const lookAgainMs = 60_000;
/** The same where the server cannot call (no IDLE, RFC 2177). */
const pollMs = 15_000;

/** Connects to the server of a mailbox and signs in; a refused token is asked for anew next time. */
export async function signIn(
  deps: Deps,
  mailbox: MailboxRow,
  stopping?: AbortSignal,
): Promise<ImapFlow> {
  const login = await loginOf(deps, mailbox);
  try {
    return await connectImap(serverOf(mailbox), login, stopping);
  } catch (error) {
    forgetToken(mailbox);
    throw error;
  }
}

/**
 * Reads a mailbox over one connection until it breaks or `stopping` says so.
 * @param onRead called after the folder was read to its end for the first time
 * @throws ChannelTrouble, ReadElsewhere, DiskFull and what the database says
 */
export async function readOverOneConnection(
  deps: Deps,
  mailbox: MailboxRow,
  stopping: AbortSignal,
  onRead: () => void,
): Promise<void> {
  const client = await signIn(deps, mailbox, stopping);
  try {
    await readFolder(deps, client, mailbox, stopping, onRead);
  } finally {
    client.close();
  }
}

async function readFolder(
  deps: Deps,
  client: ImapFlow,
  mailbox: MailboxRow,
  stopping: AbortSignal,
  onRead: () => void,
): Promise<void> {
  const news = listen(client);
  await prepareMove(client, mailbox);
  const folder = await openFolder(client, mailbox.folder);
  const { at, firstUid, lastUid, settledUid } = await placeIn(deps, client, mailbox, folder);
  const channel = await channelById(deps.db, mailbox.channel_id);
  const address = channel?.address ?? mailbox.username;
  const reading: Reading = { deps, client, mailbox, at, firstUid, address };
  await answered(reading, true);
  await settleRest(reading, settledUid, lastUid);
  const older = await findOlder(reading);
  for (let last = lastUid; !stopping.aborted;) {
    news.forget();
    last = await readNew(reading, last);
    await readOlder(reading, older);
    await answered(reading, false);
    onRead();
    if (older.done) await news.wait(client.capabilities.has('IDLE') ? lookAgainMs : pollMs);
  }
}

async function answered({ deps, mailbox }: Reading, connected: boolean): Promise<void> {
  await noteAnswer(deps.db, mailbox.channel_id, await instant(deps.db, deps), connected);
}

/** Hears what the server calls of itself, and waits for it. */
function listen(client: ImapFlow) {
  let heard = false;
  let wake = () => {};
  const hear = () => {
    heard = true;
    wake();
  };
  client.on('exists', hear);
  client.on('close', hear);
  return {
    forget: () => {
      heard = false;
    },
    /** Until something is heard, the connection is closed, or the time is over. */
    wait: async (ms: number) => {
      if (heard || client.isClosed) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, ms);
        // By itself it would listen only after a quarter of a minute. What breaks it is heard.
        if (client.capabilities.has('IDLE')) client.idle().catch(() => {});
      });
      clearTimeout(timer);
    },
  };
}
