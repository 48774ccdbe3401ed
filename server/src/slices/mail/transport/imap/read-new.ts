import { noteSettled } from '../../store/mailbox-progress.ts';
import { aboutMessage, fetchMessage } from './fetch-message.ts';
import { findUids, type Reading } from './folder.ts';
import { settle } from './settle.ts';

const batch = 50;

/**
 * Fetches what is new in the folder, lowest number first, each message stored before the next is
 * asked for; then marks or moves what was stored. Flags such as \Seen tell nothing: people and
 * programs set them.
 * @returns the number of the last message that was looked at
 */
export async function readNew(reading: Reading, lastUid: number): Promise<number> {
  const { client } = reading;
  // `n:*` names the last message, too, however low its number is.
  const found = await findUids(client, { uid: `${lastUid + 1}:*` });
  const fresh = found.filter((uid) => uid > lastUid);
  for (let from = 0; from < fresh.length; from += batch) {
    const uids = fresh.slice(from, from + batch);
    await fetchAll(reading, uids, false);
    await noteSettledUpTo(reading, uids.at(-1)!);
  }
  return fresh.at(-1) ?? lastUid;
}

/** Fetches messages by their numbers, and marks or moves those that are stored. */
export async function fetchAll(
  { deps, client, mailbox, at, address }: Reading,
  uids: readonly number[],
  onRequest: boolean,
): Promise<void> {
  const about = await client.fetchAll(uids.join(','), aboutMessage, { uid: true });
  const stored: number[] = [];
  for (const message of about.toSorted((a, b) => a.uid - b.uid)) {
    const fetched = { at, uid: message.uid, onRequest };
    const fate = await fetchMessage(deps, client, message, fetched, address);
    if (fate === 'taken' || fate === 'known') stored.push(message.uid);
  }
  await settle(client, mailbox, stored);
}

async function noteSettledUpTo({ deps, mailbox, at }: Reading, uid: number): Promise<void> {
  if (mailbox.after_reading !== 'leave') await noteSettled(deps.db, at, uid);
}
