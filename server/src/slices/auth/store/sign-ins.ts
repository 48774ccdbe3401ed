import type { AreaRanks, Role } from '@baton/contract';
import type { Db, Tx } from '../../../platform/context.ts';
import type { KnownAgent } from '../identity.ts';
import { newId } from '../../../platform/ids.ts';

/** The agent to whom a sign-in belongs; null when they are disabled or locked out. */
export async function agentOfUser(db: Db | Tx, userId: string): Promise<KnownAgent | null> {
  const found = await agents(db)
    .innerJoin('baton.auth_users as u', 'u.agent_id', 'a.id')
    .where('u.id', '=', userId)
    .where('a.active', '=', true)
    .where('a.locked_at', 'is', null)
    .executeTakeFirst();
  return found ? toKnown(found) : null;
}

/** An agent with what they may; null when there is none. */
export async function knownAgent(db: Db | Tx, id: string): Promise<KnownAgent | null> {
  const found = await agents(db).where('a.id', '=', id).executeTakeFirst();
  return found ? toKnown(found) : null;
}

function agents(db: Db | Tx) {
  return db
    .selectFrom('baton.agents as a')
    .leftJoin('baton.agent_roles as ar', 'ar.agent_id', 'a.id')
    .leftJoin('baton.custom_roles as r', 'r.id', 'ar.role_id')
    .select(['a.id', 'a.name', 'a.role', 'r.areas']);
}

function toKnown(row: { id: string; name: string; role: string; areas: unknown }): KnownAgent {
  return { ...row, role: row.role as Role, areas: row.areas as AreaRanks | null };
}

/** Whether anybody at all can sign in. */
export async function anySignIn(db: Db | Tx): Promise<boolean> {
  const found = await db.selectFrom('baton.auth_users').select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Gives an agent a sign-in, or replaces its password; all sessions they had end. */
export async function putSignIn(
  tx: Tx,
  agent: { id: string; name: string; email: string },
  passwordHash: string,
  now: Date,
): Promise<void> {
  const at = { created_at: now, updated_at: now };
  const fields = { name: agent.name, email: agent.email.toLowerCase(), email_verified: true };
  const user = await tx
    .insertInto('baton.auth_users')
    .values({ id: newId(), agent_id: agent.id, ...fields, ...at })
    .onConflict((on) => on.column('agent_id').doUpdateSet({ ...fields, updated_at: now }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('baton.auth_accounts')
    .values({
      id: newId(),
      user_id: user.id,
      account_id: user.id,
      provider_id: 'credential',
      password: passwordHash,
      ...at,
    })
    .onConflict((on) =>
      on
        .columns(['provider_id', 'account_id'])
        .doUpdateSet({ password: passwordHash, updated_at: now }),
    )
    .execute();
  await endSessions(tx, agent.id);
}

/** The sign-in's name and address follow the agent's. */
export async function renameSignIn(
  tx: Tx,
  agent: { id: string; name: string; email: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('baton.auth_users')
    .set({ name: agent.name, email: agent.email.toLowerCase(), updated_at: now })
    .where('agent_id', '=', agent.id)
    .execute();
}

/** Ends all sessions of an agent at once. */
export async function endSessions(tx: Tx, agentId: string): Promise<void> {
  await tx
    .deleteFrom('baton.auth_sessions')
    .where('user_id', 'in', (users) =>
      users.selectFrom('baton.auth_users').select('id').where('agent_id', '=', agentId),
    )
    .execute();
}

/** Forgets sessions that ran out; run daily. */
export async function forgetSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('baton.auth_sessions').where('expires_at', '<', now).execute();
}

/** The sign-in of an agent; null when they have none yet. */
export async function userOfAgent(db: Db | Tx, agentId: string): Promise<string | null> {
  const found = await db
    .selectFrom('baton.auth_users')
    .select('id')
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The hash of an agent's password; null when they have none. */
export async function passwordHashOf(db: Db | Tx, agentId: string): Promise<string | null> {
  const found = await db
    .selectFrom('baton.auth_accounts as a')
    .innerJoin('baton.auth_users as u', 'u.id', 'a.user_id')
    .select('a.password')
    .where('u.agent_id', '=', agentId)
    .where('a.provider_id', '=', 'credential')
    .executeTakeFirst();
  return found?.password ?? null;
}

/** Replaces the password of an agent who has one. */
export async function setPassword(
  tx: Tx,
  agentId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('baton.auth_accounts')
    .set({ password: passwordHash, updated_at: now })
    .where('provider_id', '=', 'credential')
    .where('user_id', 'in', (users) =>
      users.selectFrom('baton.auth_users').select('id').where('agent_id', '=', agentId),
    )
    .execute();
}

/** Notes when the person behind a session last proved who they are. */
export async function noteConfirmation(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx
    .updateTable('baton.auth_sessions')
    .set({ confirmed_at: now })
    .where('id', '=', sessionId)
    .execute();
}

/** The active agent who signs in by an address; null when there is none. */
export async function agentOfAddress(db: Db | Tx, address: string): Promise<string | null> {
  const found = await db
    .selectFrom('baton.auth_users as u')
    .innerJoin('baton.agents as a', 'a.id', 'u.agent_id')
    .select('a.id')
    .where('u.email', '=', address.toLowerCase())
    .where('a.active', '=', true)
    .executeTakeFirst();
  return found?.id ?? null;
}
