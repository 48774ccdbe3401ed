import type { ImapFlow } from 'imapflow';
import { noteSettled } from '../../store/mailbox-progress.ts';
import type { MailboxRow } from '../../store/mailboxes.ts';
import { leftoversOf } from '../../store/leftovers.ts';
import { ChannelTrouble } from '../channel-trouble.ts';
import { findUids, type Reading } from './folder.ts';

/** Marks or moves messages that are stored, as the mailbox is set. */
export async function settle(
  client: ImapFlow,
  mailbox: Pick<MailboxRow, 'after_reading' | 'move_to'>,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) return;
  const range = uids.join(',');
  if (mailbox.after_reading === 'mark_read') {
    await client.messageFlagsAdd(range, ['\\Seen'], { uid: true, silent: true });
  }
  if (mailbox.after_reading === 'move') {
    const moved = await client.messageMove(range, mailbox.move_to!, { uid: true });
    if (!moved) throw new ChannelTrouble('no_move_folder', mailbox.move_to);
  }
}

/** Makes the folder into which messages are moved, where it is not there yet. */
export async function prepareMove(
  client: ImapFlow,
  mailbox: Pick<MailboxRow, 'after_reading' | 'move_to'>,
): Promise<void> {
  if (mailbox.after_reading !== 'move') return;
  try {
    await client.mailboxCreate(mailbox.move_to!);
  } catch (error) {
    throw new ChannelTrouble('no_move_folder', mailbox.move_to, error);
  }
}

/**
 * Marks or moves what was stored before a connection broke. Only what is after the last message
 * known to be settled: what people changed since is not changed back.
 */
export async function settleRest(reading: Reading, settledUid: number, lastUid: number) {
  const { deps, client, mailbox, at } = reading;
  if (mailbox.after_reading === 'leave' || settledUid >= lastUid) return;
  const left = new Set(
    (await leftoversOf(deps.db, at.channelId))
      .filter(({ uidValidity }) => uidValidity === at.uidValidity)
      .map(({ uid }) => uid),
  );
  const there = await findUids(client, { uid: `${settledUid + 1}:${lastUid}` });
  await settle(
    client,
    mailbox,
    there.filter((uid) => !left.has(uid)),
  );
  await noteSettled(deps.db, at, lastUid);
}
