import type { AreaRanks, Role } from '@baton/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type KeyRow = {
  id: string;
  name: string;
  role: Role;
  agent: { id: string; name: string } | null;
  scopes: AreaRanks | null;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

export type NewKey = {
  name: string;
  role: Role;
  agentId: string | null;
  scopes: AreaRanks | null;
  expiresAt: Date | null;
};

export async function insertKey(
  tx: Tx,
  key: NewKey & { id: string; sha256: string; createdBy: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.keys')
    .values({
      id: key.id,
      name: key.name,
      role: key.role,
      agent_id: key.agentId,
      scopes: key.scopes && JSON.stringify(key.scopes),
      sha256: key.sha256,
      created_at: now,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
    })
    .execute();
}

/**
 * The key in force with this hash, and its agent; null when revoked, or its agent is disabled or
 * locked out.
 */
export async function keyInForce(db: Db, sha256: string) {
  const found = await db
    .selectFrom('baton.keys as k')
    .leftJoin('baton.agents as a', 'a.id', 'k.agent_id')
    .leftJoin('baton.agent_roles as ar', 'ar.agent_id', 'a.id')
    .leftJoin('baton.custom_roles as r', 'r.id', 'ar.role_id')
    .select([
      'k.id',
      'k.name',
      'k.role',
      'k.last_used_at',
      'k.agent_id',
      'k.scopes',
      'k.expires_at',
    ])
    .select(['a.name as agent_name', 'a.role as agent_role', 'a.active as agent_active', 'r.areas'])
    .select('a.locked_at as agent_locked_at')
    .where('k.sha256', '=', sha256)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!found || found.agent_active === false || found.agent_locked_at) return null;
  return {
    id: found.id,
    name: found.name,
    role: found.role as Role,
    lastUsedAt: found.last_used_at,
    expiresAt: found.expires_at,
    scopes: found.scopes as AreaRanks | null,
    agent:
      found.agent_id === null
        ? null
        : {
            id: found.agent_id,
            name: found.agent_name!,
            role: found.agent_role as Role,
            areas: found.areas as AreaRanks | null,
          },
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

/** Revokes all keys by which an agent acts, and all that the agent made; gives who acts by them. */
export async function revokeKeysOf(tx: Tx, agentId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('baton.keys')
    .set({ revoked_at: now })
    .where('revoked_at', 'is', null)
    .where((where) =>
      where.or([where('agent_id', '=', agentId), where('created_by', '=', agentId)]),
    )
    .returning(['id', 'agent_id'])
    .execute();
  return rows.map(({ id, agent_id }) => agent_id ?? id);
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
    .leftJoin('baton.agents as maker', 'maker.id', 'k.created_by')
    .select(['k.id', 'k.name', 'k.role', 'k.agent_id', 'a.name as agent_name', 'k.scopes'])
    .select(['k.created_at', 'k.created_by', 'maker.name as maker_name'])
    .select(['k.expires_at', 'k.last_used_at', 'k.revoked_at']);
}

function toKey(row: Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]): KeyRow {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name! },
    scopes: row.scopes as AreaRanks | null,
    createdAt: row.created_at,
    createdBy: row.created_by === null ? null : { id: row.created_by, name: row.maker_name! },
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
