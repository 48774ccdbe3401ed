import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** Where reading a folder stands: `version` says that nobody has changed the mailbox meanwhile. */
export type Place = { channelId: string; version: number; uidValidity: number };

/** Begins reading a folder that is new or was made anew: from the message `firstUid` on. */
export async function beginFolder(db: Db, at: Place, firstUid: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('baton.mailboxes')
    .set({
      uid_validity: at.uidValidity,
      first_uid: firstUid,
      last_uid: firstUid - 1,
      settled_uid: firstUid - 1,
      // Its place is lost with the numbers; what it brought is known by its content.
      older_uid: null,
    })
    .where('channel_id', '=', at.channelId)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Moves the cursor on to a message. False when it stands there already, or elsewhere: somebody else
 * reads this mailbox.
 */
export async function advance(tx: Tx, at: Place, uid: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.mailboxes')
    .set({ last_uid: uid })
    .where('channel_id', '=', at.channelId)
    .where('version', '=', at.version)
    .where('uid_validity', '=', at.uidValidity)
    .where('last_uid', '<', uid)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The same for older mail that was asked for, and counts it. */
export async function advanceOlder(tx: Tx, at: Place, uid: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.mailboxes')
    .set((eb) => ({ older_uid: uid, older_done: eb('older_done', '+', 1) }))
    .where('channel_id', '=', at.channelId)
    .where('version', '=', at.version)
    .where('uid_validity', '=', at.uidValidity)
    .where(sql<boolean>`coalesce(older_uid, 0) < ${uid}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Up to here messages were marked or moved. */
export async function noteSettled(db: Db, at: Place, uid: number): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set({ settled_uid: uid })
    .where('channel_id', '=', at.channelId)
    .where('version', '=', at.version)
    .where('uid_validity', '=', at.uidValidity)
    .execute();
}

/** Asks for mail that arrived before the mailbox was connected; readers begin anew. */
export async function askForOlder(
  tx: Tx,
  channelId: string,
  ask: { since: Date; at: Date },
): Promise<void> {
  await tx
    .updateTable('baton.mailboxes')
    .set((eb) => ({
      version: eb('version', '+', 1),
      older_since: ask.since,
      older_uid: null,
      older_done: 0,
      older_total: null,
      older_asked_at: ask.at,
      older_finished_at: null,
    }))
    .where('channel_id', '=', channelId)
    .execute();
}

/** How much older mail there is, and, when it is all read, when that was. */
export async function noteOlder(
  db: Db,
  at: Place,
  older: { total: number } | { finishedAt: Date },
): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set('total' in older ? { older_total: older.total } : { older_finished_at: older.finishedAt })
    .where('channel_id', '=', at.channelId)
    .where('version', '=', at.version)
    .execute();
}

/** The mailbox answered; with `connected`, after a new connection. */
export async function noteAnswer(
  db: Db,
  channelId: string,
  at: Date,
  connected: boolean,
): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set({
      checked_at: at,
      ...(connected
        ? { connected_at: at, trouble: null, trouble_said: null, trouble_since: null }
        : {}),
    })
    .where('channel_id', '=', channelId)
    .execute();
}

/** The mailbox cannot be read; since when stays as it was while it goes on. */
export async function noteMailboxTrouble(
  db: Db,
  mailbox: { channelId: string; version: number },
  trouble: { code: string; said: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set((eb) => ({
      trouble: trouble.code,
      trouble_said: trouble.said,
      trouble_at: trouble.at,
      trouble_since: eb.fn.coalesce('trouble_since', eb.val(trouble.at)),
    }))
    .where('channel_id', '=', mailbox.channelId)
    .where('version', '=', mailbox.version)
    .execute();
}

/** Nobody reads it yet, after a pause; how it was before says nothing. */
export async function noteUnread(tx: Tx, channelId: string): Promise<void> {
  await tx
    .updateTable('baton.mailboxes')
    .set({ checked_at: null, trouble: null, trouble_said: null, trouble_since: null })
    .where('channel_id', '=', channelId)
    .execute();
}
