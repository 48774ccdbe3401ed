import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { BatonMailboxes } from '../../../platform/database-types.ts';

/** A mailbox with how far it is read and how it is; its secrets sealed. */
export type MailboxRow = Selectable<BatonMailboxes>;

/** Mailboxes that are to be read now: those of channels that are not paused. */
export async function readableMailboxes(
  db: Db,
): Promise<{ channelId: string; lockKey: number; version: number }[]> {
  return db
    .selectFrom('baton.mailboxes as m')
    .innerJoin('baton.channels as c', 'c.id', 'm.channel_id')
    .select(['m.channel_id as channelId', 'm.lock_key as lockKey', 'm.version'])
    .where('c.paused_at', 'is', null)
    .execute();
}

export async function mailboxOf(db: Db | Tx, channelId: string): Promise<MailboxRow | null> {
  const row = await db
    .selectFrom('baton.mailboxes')
    .selectAll()
    .where('channel_id', '=', channelId)
    .executeTakeFirst();
  return row ?? null;
}

export async function lockMailbox(tx: Tx, channelId: string): Promise<MailboxRow | null> {
  const row = await tx
    .selectFrom('baton.mailboxes')
    .selectAll()
    .where('channel_id', '=', channelId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** How a mailbox is connected to and read; what people set. */
export type MailboxSettings = Pick<
  MailboxRow,
  | 'host'
  | 'port'
  | 'security'
  | 'username'
  | 'folder'
  | 'auth'
  | 'password_sealed'
  | 'token_url'
  | 'token_grant'
  | 'client_id'
  | 'client_secret_sealed'
  | 'refresh_token_sealed'
  | 'scope'
  | 'secret_set_at'
  | 'after_reading'
  | 'move_to'
>;

export async function insertMailbox(
  tx: Tx,
  row: MailboxSettings & { channel_id: string; reading_since: Date },
): Promise<void> {
  await tx.insertInto('baton.mailboxes').values(row).execute();
}

/**
 * Changes how a mailbox is read; its readers begin anew. What was read before stays as it is: not
 * marked or moved for a new setting.
 */
export async function updateMailbox(
  tx: Tx,
  channelId: string,
  settings: MailboxSettings,
): Promise<void> {
  await tx
    .updateTable('baton.mailboxes')
    .set((eb) => ({
      ...settings,
      version: eb('version', '+', 1),
      settled_uid: eb.ref('last_uid'),
      trouble: null,
      trouble_said: null,
      trouble_since: null,
      trouble_at: null,
    }))
    .where('channel_id', '=', channelId)
    .execute();
}

/** It is another folder now: it is read from this instant on, as if for the first time. */
export async function startMailboxAnew(tx: Tx, channelId: string, since: Date): Promise<void> {
  await tx
    .updateTable('baton.mailboxes')
    .set({
      reading_since: since,
      uid_validity: null,
      first_uid: null,
      last_uid: null,
      settled_uid: null,
      older_since: null,
      older_uid: null,
      older_done: 0,
      older_total: null,
      older_asked_at: null,
      older_finished_at: null,
    })
    .where('channel_id', '=', channelId)
    .execute();
}

export async function deleteMailbox(tx: Tx, channelId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.mailboxes')
    .where('channel_id', '=', channelId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps a refresh token that took the place of the one that was used; both are sealed. */
export async function keepRefreshToken(
  db: Db,
  channelId: string,
  used: string | null,
  fresh: string,
): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set({ refresh_token_sealed: fresh })
    .where('channel_id', '=', channelId)
    .where('refresh_token_sealed', '=', used)
    .execute();
}

/** All mailboxes, those of paused channels too. */
export async function allMailboxes(db: Db | Tx): Promise<MailboxRow[]> {
  return db.selectFrom('baton.mailboxes').selectAll().orderBy('channel_id').execute();
}

/** The same secrets under another seal; readers go on. Only while nobody changed them. */
export async function replaceSeals(
  db: Db,
  before: MailboxRow,
  after: Pick<MailboxRow, 'password_sealed' | 'client_secret_sealed' | 'refresh_token_sealed'>,
): Promise<void> {
  await db
    .updateTable('baton.mailboxes')
    .set(after)
    .where('channel_id', '=', before.channel_id)
    .where('version', '=', before.version)
    .where(sql<boolean>`refresh_token_sealed is not distinct from ${before.refresh_token_sealed}`)
    .execute();
}
