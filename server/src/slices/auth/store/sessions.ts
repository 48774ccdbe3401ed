import type { Db, Tx } from '../../../platform/context.ts';

export type SessionRow = {
  id: string;
  way: string;
  address: string | null;
  userAgent: string | null;
  at: Date;
  usedAt: Date;
};

/** Where an agent is signed in, the latest first: what is past its end or its factor is not there. */
export async function sessionsOf(db: Db | Tx, agentId: string, now: Date): Promise<SessionRow[]> {
  return db
    .selectFrom('baton.auth_sessions as s')
    .innerJoin('baton.auth_users as u', 'u.id', 's.user_id')
    .select(['s.id', 's.way', 's.ip_address as address', 's.user_agent as userAgent'])
    .select(['s.created_at as at', 's.updated_at as usedAt'])
    .where('u.agent_id', '=', agentId)
    .where('s.expires_at', '>', now)
    .orderBy('s.created_at', 'desc')
    .execute();
}

/** The session with a token, which was opened just now. */
export async function sessionOfToken(db: Db, token: string): Promise<string> {
  const { id } = await db
    .selectFrom('baton.auth_sessions')
    .select('id')
    .where('token', '=', token)
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends one session of an agent. False: there is none. */
export async function endSession(tx: Tx, agentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.auth_sessions')
    .where('id', '=', id)
    .where('user_id', 'in', ofAgent(tx, agentId))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of an agent but one. */
export async function endOtherSessions(tx: Tx, agentId: string, but: string): Promise<void> {
  await tx
    .deleteFrom('baton.auth_sessions')
    .where('id', '<>', but)
    .where('user_id', 'in', ofAgent(tx, agentId))
    .execute();
}

function ofAgent(db: Tx, agentId: string) {
  return db.selectFrom('baton.auth_users').select('id').where('agent_id', '=', agentId);
}
