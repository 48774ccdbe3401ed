import type { ImapFlow, MailboxObject, SearchObject } from 'imapflow';
import { dayMs, secondMs } from '../../../../kernel/duration.ts';
import { plus } from '../../../../kernel/instant.ts';
import type { Deps } from '../../../../platform/context.ts';
import { ReadElsewhere } from '../../commands/take-from-mailbox.ts';
import { beginFolder, type Place } from '../../store/mailbox-progress.ts';
import type { MailboxRow } from '../../store/mailboxes.ts';
import { ChannelTrouble } from '../channel-trouble.ts';

/** An open folder of a mailbox, and what is needed to read it. */
export type Reading = {
  deps: Deps;
  client: ImapFlow;
  mailbox: MailboxRow;
  at: Place;
  /** The first message that is not older mail. */
  firstUid: number;
  /** Of the channel. */
  address: string;
};

/**
 * Opens the folder of a mailbox.
 * @throws ChannelTrouble no_folder
 */
export async function openFolder(client: ImapFlow, path: string): Promise<MailboxObject> {
  try {
    return await client.mailboxOpen(path);
  } catch (error) {
    const { mailboxMissing, responseStatus } = error as {
      mailboxMissing?: boolean;
      responseStatus?: string;
    };
    if (mailboxMissing || responseStatus === 'NO') {
      throw new ChannelTrouble('no_folder', path, error);
    }
    throw error;
  }
}

/** The numbers of the messages that a search finds, lowest first. */
export async function findUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found)) throw new ChannelTrouble(client.usable ? 'other' : 'connection_lost');
  return found.toSorted((a, b) => a - b);
}

/**
 * Where reading stands: as it was left or, in a folder that is new to us or was made anew (another
 * UIDVALIDITY, RFC 9051 §2.3.1.1), at the first message that arrived since the mailbox is read. What
 * came through before a folder was made anew is known by its content and is not taken again.
 */
export async function placeIn(
  deps: Deps,
  client: ImapFlow,
  mailbox: MailboxRow,
  folder: MailboxObject,
): Promise<{ at: Place; firstUid: number; lastUid: number; settledUid: number }> {
  const uidValidity = Number(folder.uidValidity);
  const at = { channelId: mailbox.channel_id, version: mailbox.version, uidValidity };
  if (mailbox.uid_validity === uidValidity) {
    const [firstUid, lastUid] = [mailbox.first_uid!, mailbox.last_uid!];
    return { at, firstUid, lastUid, settledUid: mailbox.settled_uid ?? lastUid };
  }
  const firstUid = await firstSince(client, mailbox.reading_since, folder);
  if (!(await beginFolder(deps.db, at, firstUid))) throw new ReadElsewhere();
  return { at, firstUid, lastUid: firstUid - 1, settledUid: firstUid - 1 };
}

/** The first message that arrived at or after an instant; mailboxes count in whole seconds. */
async function firstSince(client: ImapFlow, since: Date, folder: MailboxObject): Promise<number> {
  const [first] = await arrivedSince(client, plus(since, -(since.getTime() % secondMs)), {});
  if (first !== undefined) return first;
  const [last] = folder.exists > 0 ? (await findUids(client, { all: true })).slice(-1) : [];
  return Math.max(folder.uidNext || 1, (last ?? 0) + 1);
}

const batch = 1000;

/** The messages that arrived since an instant, lowest number first. */
export async function arrivedSince(
  client: ImapFlow,
  since: Date,
  query: SearchObject,
): Promise<number[]> {
  // SINCE counts days in the zone of the server.
  const found = await findUids(client, { ...query, since: plus(since, -dayMs) });
  const arrived: number[] = [];
  for (let from = 0; from < found.length; from += batch) {
    const uids = found.slice(from, from + batch);
    for (const one of await client.fetchAll(
      uids.join(','),
      { uid: true, internalDate: true },
      { uid: true },
    )) {
      if (new Date(one.internalDate ?? 0) >= since) arrived.push(one.uid);
    }
  }
  return arrived.toSorted((a, b) => a - b);
}
