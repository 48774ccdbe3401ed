import type { Db, Tx } from '../../../platform/context.ts';

/** Which of these devices (hashes of their cookies) is known for the agent with a mail address. */
export async function deviceOfAddress(
  db: Db,
  address: string,
  hashes: string[],
): Promise<string | null> {
  if (hashes.length === 0) return null;
  const found = await db
    .selectFrom('baton.known_devices as d')
    .innerJoin('baton.auth_users as u', 'u.agent_id', 'd.agent_id')
    .select('d.sha256')
    .where('u.email', '=', address.toLowerCase())
    .where('d.sha256', 'in', hashes)
    .limit(1)
    .executeTakeFirst();
  return found?.sha256 ?? null;
}

/** Which of these devices is known for an agent. */
export async function deviceOfAgent(
  db: Db,
  agentId: string,
  hashes: string[],
): Promise<string | null> {
  if (hashes.length === 0) return null;
  const found = await db
    .selectFrom('baton.known_devices')
    .select('sha256')
    .where('agent_id', '=', agentId)
    .where('sha256', 'in', hashes)
    .limit(1)
    .executeTakeFirst();
  return found?.sha256 ?? null;
}

type Meeting = { agentId: string; sessionId: string; at: Date };

/** Notes that an agent came in from one of these devices again. Null: none of them is known. */
export async function meetAgain(
  tx: Tx,
  hashes: string[],
  { agentId, sessionId, at }: Meeting,
): Promise<string | null> {
  if (hashes.length === 0) return null;
  const found = await tx
    .updateTable('baton.known_devices')
    .set({ session_id: sessionId, last_at: at })
    .where('agent_id', '=', agentId)
    .where('sha256', 'in', hashes)
    .returning('sha256')
    .executeTakeFirst();
  return found?.sha256 ?? null;
}

/** Notes that an agent has come in. True: they never did before. */
export async function meetFirst(tx: Tx, agentId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.auth_users')
    .set({ met_at: at })
    .where('agent_id', '=', agentId)
    .where('met_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertDevice(tx: Tx, sha256: string, meeting: Meeting): Promise<void> {
  await tx
    .insertInto('baton.known_devices')
    .values({
      agent_id: meeting.agentId,
      sha256,
      session_id: meeting.sessionId,
      last_at: meeting.at,
    })
    .execute();
}

/** The devices of an agent are unknown from now on, but for that of a session if one is given. */
export async function forgetDevicesOf(tx: Tx, agentId: string, butOf?: string): Promise<void> {
  let query = tx.deleteFrom('baton.known_devices').where('agent_id', '=', agentId);
  if (butOf !== undefined) query = query.where('session_id', '<>', butOf);
  await query.execute();
}

/** The device of a session is unknown from now on. */
export async function forgetDeviceOfSession(tx: Tx, agentId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('baton.known_devices')
    .where('agent_id', '=', agentId)
    .where('session_id', '=', id)
    .execute();
}

/** Forgets devices from which nobody came for long; run daily. */
export async function forgetDevices(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('baton.known_devices').where('last_at', '<', before).execute();
}
