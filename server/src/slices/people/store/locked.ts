import type { Db, Tx } from '../../../platform/context.ts';

/** Locks an agent out since an instant, which stays the first one; null lets them in. */
export async function setLocked(tx: Tx, agentId: string, at: Date | null): Promise<void> {
  const agent = tx.updateTable('baton.agents').set({ locked_at: at }).where('id', '=', agentId);
  await (at === null ? agent : agent.where('locked_at', 'is', null)).execute();
}

/** Whether an agent is locked out. */
export async function isLockedOut(db: Db | Tx, agentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('baton.agents')
    .select('locked_at')
    .where('id', '=', agentId)
    .executeTakeFirst();
  return Boolean(row?.locked_at);
}

/** Whether an administrator other than this one is left who can come in. */
export async function otherAdministrator(tx: Tx, agentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('baton.agents')
    .select('id')
    .where('active', '=', true)
    .where('locked_at', 'is', null)
    .where('role', '=', 'admin')
    .where('id', '<>', agentId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The agent with an address, in whatever case it is written; null when there is none. */
export async function agentIdByAddress(db: Db | Tx, address: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.agents')
    .select('id')
    .where((where) => where(where.fn<string>('lower', ['email']), '=', address.toLowerCase()))
    .executeTakeFirst();
  return row?.id ?? null;
}
