import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type Membership = { teamId: string; agentId: string; capacity: number };

/**
 * The members of a team are these from now on; who stays keeps their place in the queue. The version
 * of each agent of whom it changes anything is raised.
 */
export async function putMembersOfTeam(
  tx: Tx,
  teamId: string,
  members: readonly Membership[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from baton.team_members
      where team_id = ${teamId} and not agent_id = any(${members.map(({ agentId }) => agentId)}::uuid[])
      returning agent_id),
    put as (${put(members)} returning agent_id)
    select agent_id as id from gone union select agent_id from put`.execute(tx);
  await raise(tx, 'baton.agents', rows);
}

/** The teams of an agent are these from now on; the version of each that it changes is raised. */
export async function putTeamsOfAgent(
  tx: Tx,
  agentId: string,
  memberships: readonly Membership[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from baton.team_members
      where agent_id = ${agentId} and not team_id = any(${memberships.map(({ teamId }) => teamId)}::uuid[])
      returning team_id),
    put as (${put(memberships)} returning team_id)
    select team_id as id from gone union select team_id from put`.execute(tx);
  await raise(tx, 'baton.teams', rows);
}

/** Returns those who came, or whose capacity is another one now. */
function put(memberships: readonly Membership[]) {
  const rows = memberships.map(({ teamId, agentId, capacity }) => [teamId, agentId, capacity]);
  return sql`
    insert into baton.team_members as m (team_id, agent_id, capacity)
    select (row->>0)::uuid, (row->>1)::uuid, (row->>2)::integer
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as row
    on conflict (team_id, agent_id) do update set capacity = excluded.capacity
    where m.capacity <> excluded.capacity`;
}

async function raise(
  tx: Tx,
  table: 'baton.agents' | 'baton.teams',
  rows: { id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .updateTable(table)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** The names of the teams to which an agent belongs. */
export async function teamNamesOf(db: Db | Tx, agentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.team_members as m')
    .innerJoin('baton.teams as t', 't.id', 'm.team_id')
    .select('t.name')
    .where('m.agent_id', '=', agentId)
    .orderBy('t.level')
    .orderBy(byName('t.name'))
    .execute();
  return rows.map((row) => row.name);
}
