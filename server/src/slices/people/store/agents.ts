import type { Language, Role } from '@baton/contract';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { byName } from '../../../platform/by-name.ts';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type AgentFields = {
  name: string;
  email: string;
  role: Role;
  language: Language;
  zone: string;
  signature: string;
};
export type AgentRow = AgentFields & { id: string; active: boolean; version: number };

export async function agentById(db: Db | Tx, id: string): Promise<AgentRow | null> {
  const row = await agent(db, id).executeTakeFirst();
  return row ? toAgent(row) : null;
}

/**
 * The same, for changing it: whoever comes second sees what the first has written. Does not make
 * those wait who give the agent a case.
 */
export async function lockAgent(tx: Tx, id: string): Promise<AgentRow | null> {
  const row = await agent(tx, id).forNoKeyUpdate().executeTakeFirst();
  return row ? toAgent(row) : null;
}

function agent(db: Db | Tx, id: string) {
  return db
    .selectFrom('baton.agents')
    .select(['id', 'name', 'email', 'role', 'language', 'zone', 'signature', 'active'])
    .select('version')
    .where('id', '=', id);
}

function toAgent(
  row: Omit<AgentRow, 'role' | 'language'> & { role: string; language: string },
): AgentRow {
  return {
    ...row,
    role: row.role as Role,
    language: row.language as Language,
  };
}

/** Agents with their teams by name, one beyond `limit`. */
export async function listAgents(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<AgentWithTeams[]> {
  let query = agentsWithTeams(db)
    .orderBy('sort')
    .orderBy('a.id')
    .limit(limit + 1);
  if (after) {
    query = query.where(
      sql<boolean>`(${byName('a.name')}, a.id) > (${after[0]}, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}

export async function agentWithTeams(db: Db | Tx, id: string): Promise<AgentWithTeams | null> {
  const row = await agentsWithTeams(db).where('a.id', '=', id).executeTakeFirst();
  return row ?? null;
}

function agentsWithTeams(db: Db | Tx) {
  return db
    .selectFrom('baton.agents as a')
    .select(['a.id', 'a.name', 'a.email', 'a.role', 'a.language', 'a.zone', 'a.active'])
    .select(['a.signature', 'a.created_at', 'a.disabled_at', 'a.version'])
    .leftJoin('baton.absences as away', 'away.id', 'a.absence_id')
    .select(['a.absence_id', 'away.until_at as absent_until'])
    .select(byName('a.name').as('sort'))
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('baton.team_members as m')
          .innerJoin('baton.teams as t', 't.id', 'm.team_id')
          .select(['t.id', 't.name', 'm.capacity'])
          .whereRef('m.agent_id', '=', 'a.id')
          .orderBy('t.level')
          .orderBy(byName('t.name')),
      ).as('teams'),
    );
}
export type AgentWithTeams = Awaited<
  ReturnType<ReturnType<typeof agentsWithTeams>['execute']>
>[number];

export async function insertAgent(
  tx: Tx,
  agent: AgentFields & { id: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.agents')
    .values({ ...agent, created_at: now })
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** Writes an agent anew, as the next version. */
export async function updateAgent(tx: Tx, agent: AgentRow, now: Date): Promise<void> {
  const { id, version: _, ...fields } = agent;
  await tx
    .updateTable('baton.agents')
    .set({
      ...fields,
      disabled_at: agent.active ? null : sql<Date>`coalesce(disabled_at, ${now})`,
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** How many other active agents can hold cases, and how many of those are administrators. */
export async function othersInOffice(
  tx: Tx,
  agentId: string,
): Promise<{ agents: number; admins: number }> {
  const rows = await tx
    .selectFrom('baton.agents')
    .select('role')
    .where('active', '=', true)
    .where('role', '<>', 'reader')
    .where('id', '<>', agentId)
    .execute();
  return { agents: rows.length, admins: rows.filter((row) => row.role === 'admin').length };
}

/** Which of these agents there are, with what decides whether they can be members. */
export async function agentsByIds(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, { role: Role }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('baton.agents')
    .select(['id', 'role'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { role: row.role as Role }]));
}

/**
 * Lets no case come to an agent any more until the end of the transaction: whoever picks them
 * waits, finds them gone, and picks another. Otherwise new cases could come as fast as the old
 * ones are handed over.
 */
export async function closeToNewCases(tx: Tx, id: string): Promise<void> {
  await agent(tx, id).forUpdate().execute();
}
