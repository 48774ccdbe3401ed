import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type BlockedSender = { sender: string; createdAt: Date };

/** Blocked senders in order, one more than `limit`. */
export async function listBlockedSenders(
  db: Db | Tx,
  limit: number,
  after: string | undefined,
): Promise<BlockedSender[]> {
  let query = db
    .selectFrom('baton.blocked_senders')
    .select(['sender', 'created_at as createdAt'])
    .orderBy(sql`sender collate "C"`)
    .limit(limit + 1);
  if (after !== undefined) query = query.where(sql<boolean>`sender collate "C" > ${after}`);
  return query.execute();
}

export async function blockedSenderNamed(tx: Tx, sender: string) {
  return tx
    .selectFrom('baton.blocked_senders')
    .select('sender')
    .where('sender', '=', sender)
    .executeTakeFirst();
}

export async function insertBlockedSender(
  tx: Tx,
  row: BlockedSender & { createdBy: string | null },
): Promise<void> {
  await tx
    .insertInto('baton.blocked_senders')
    .values({ sender: row.sender, created_at: row.createdAt, created_by: row.createdBy })
    .execute();
}

/** @returns whether there was one */
export async function deleteBlockedSender(tx: Tx, sender: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.blocked_senders')
    .where('sender', '=', sender)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
