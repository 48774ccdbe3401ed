import type { Db, Tx } from '../../../platform/context.ts';

/** A message that was left in its mailbox. */
export type Leftover = {
  id: string;
  channelId: string;
  uidValidity: number;
  uid: number;
  reason: 'too_large' | 'empty';
  /** Bytes, as the mailbox says. */
  size: number;
  sender: string | null;
  subject: string | null;
  foundAt: Date;
};

/** Writes down that a message stays in its mailbox; once. */
export async function insertLeftover(tx: Tx, row: Leftover): Promise<void> {
  await tx
    .insertInto('baton.mailbox_leftovers')
    .values({
      id: row.id,
      channel_id: row.channelId,
      uid_validity: row.uidValidity,
      uid: row.uid,
      reason: row.reason,
      size: row.size,
      sender: row.sender,
      subject: row.subject,
      found_at: row.foundAt,
    })
    .onConflict((conflict) => conflict.columns(['channel_id', 'uid_validity', 'uid']).doNothing())
    .execute();
}

/** What was left in the mailbox of a channel, the latest first, at most a thousand. */
export async function leftoversOf(db: Db | Tx, channelId: string): Promise<Leftover[]> {
  const rows = await db
    .selectFrom('baton.mailbox_leftovers')
    .select(['id', 'channel_id as channelId', 'uid_validity as uidValidity', 'uid', 'reason'])
    .select(['size', 'sender', 'subject', 'found_at as foundAt'])
    .where('channel_id', '=', channelId)
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  return rows.map((row) => ({ ...row, reason: row.reason as Leftover['reason'] }));
}

/** Somebody has seen to it. False when there was none. */
export async function deleteLeftover(tx: Tx, channelId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.mailbox_leftovers')
    .where('channel_id', '=', channelId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
