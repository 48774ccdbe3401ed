import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type Membership = { teamId: string; agentId: string; capacity: number };

/** Which memberships are put: all of a team, or all of an agent. */
type Side = { teamId: string } | { agentId: string };

/**
 * The members of a team, or the teams of an agent, are these from now on; who stays keeps their place
 * in the queue. The version of whatever on the other side it changes is raised.
 * @returns who comes or leaves on the other side: agents of a team, teams of an agent
 */
export async function putMemberships(
  tx: Tx,
  of: Side,
  memberships: readonly Membership[],
): Promise<string[]> {
  const ofTeam = 'teamId' in of;
  const [side, id] = ofTeam
    ? (['team_id', of.teamId] as const)
    : (['agent_id', of.agentId] as const);
  const other = ofTeam ? 'agent_id' : 'team_id';
  const kept = memberships.map(({ teamId, agentId }) => (ofTeam ? agentId : teamId));
  const { rows } = await sql<{ id: string; moves: boolean }>`
    with gone as (
      delete from baton.team_members
      where ${sql.ref(side)} = ${id} and not ${sql.ref(other)} = any(${kept}::uuid[])
      returning ${sql.ref(other)} as id, true as moves),
    put as (${put(memberships)} returning m.${sql.ref(other)} as id, m.xmax = 0 as moves)
    select id, moves from gone union all select id, moves from put`.execute(tx);
  const changed = rows.map((row) => row.id);
  await raise(tx, ofTeam ? 'baton.agents' : 'baton.teams', changed);
  return rows.filter(({ moves }) => moves).map(({ id }) => id);
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

async function raise(tx: Tx, table: 'baton.agents' | 'baton.teams', ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable(table)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** Who belongs to at least one of these teams. */
export async function membersOfTeams(tx: Tx, teamIds: string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectFrom('baton.team_members')
    .select('agent_id')
    .distinct()
    .where('team_id', 'in', teamIds)
    .execute();
  return rows.map((row) => row.agent_id);
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
