import type { Role } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type KeyRow = {
  id: string;
  name: string;
  role: Role;
  agent: { id: string; name: string } | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

export async function insertKey(
  tx: Tx,
  key: { id: string; name: string; role: Role; agentId: string | null; sha256: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.keys')
    .values({
      id: key.id,
      name: key.name,
      role: key.role,
      agent_id: key.agentId,
      sha256: key.sha256,
      created_at: now,
    })
    .execute();
}

/** The key in force with this hash, and its agent; null when revoked or its agent is disabled. */
export async function keyInForce(db: Db, sha256: string) {
  const found = await db
    .selectFrom('baton.keys as k')
    .leftJoin('baton.agents as a', 'a.id', 'k.agent_id')
    .select(['k.id', 'k.name', 'k.role', 'k.last_used_at', 'k.agent_id'])
    .select(['a.name as agent_name', 'a.role as agent_role', 'a.active as agent_active'])
    .where('k.sha256', '=', sha256)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!found || found.agent_active === false) return null;
  return {
    id: found.id,
    name: found.name,
    role: found.role as Role,
    lastUsedAt: found.last_used_at,
    agent:
      found.agent_id === null
        ? null
        : { id: found.agent_id, name: found.agent_name!, role: found.agent_role as Role },
  };
}

/** Writes down that a key was used; `before` keeps it to one write a minute. */
export async function touchKey(db: Db, id: string, now: Date, before: Date): Promise<void> {
  await db
    .updateTable('baton.keys')
    .set({ last_used_at: now })
    .where('id', '=', id)
    .where((where) =>
      where.or([where('last_used_at', 'is', null), where('last_used_at', '<', before)]),
    )
    .execute();
}

/** Revokes a key for good; one that is revoked already keeps its instant. False: there is none. */
export async function revoke(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.keys')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, ${now})` })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keys, the latest first, one beyond `limit`; `after` are the sort values of the page before. */
export async function listKeys(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<KeyRow[]> {
  let query = keys(db)
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit + 1);
  if (after) {
    query = query.where(sql<boolean>`(k.created_at, k.id) < (${after[0]}, ${after[1]}::uuid)`);
  }
  return (await query.execute()).map(toKey);
}

export async function keyById(db: Db | Tx, id: string): Promise<KeyRow | null> {
  const found = await keys(db).where('k.id', '=', id).executeTakeFirst();
  return found ? toKey(found) : null;
}

function keys(db: Db | Tx) {
  return db
    .selectFrom('baton.keys as k')
    .leftJoin('baton.agents as a', 'a.id', 'k.agent_id')
    .select(['k.id', 'k.name', 'k.role', 'k.agent_id', 'a.name as agent_name'])
    .select(['k.created_at', 'k.last_used_at', 'k.revoked_at']);
}

function toKey(row: Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]): KeyRow {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name! },
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
