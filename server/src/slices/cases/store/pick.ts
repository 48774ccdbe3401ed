import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';
import type { Candidate } from '../rules/pick.ts';

/** Counting stops here: nobody with so many open cases is picked for having fewer than another. */
const countedAtMost = 2000;

/**
 * The active agents of a team with the cases in their hands, counted by a partial index: a kept
 * counter would be a row that every opening fights for.
 */
export async function candidatesOf(tx: Tx, teamId: string, except: string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.agent_id as "agentId", m.capacity, m.last_picked_at as "lastPickedAt",
      loads.load::int as load, loads.in_team::int as "loadInTeam"
    from baton.team_members m
    join baton.agents a on a.id = m.agent_id and a.active and a.role <> 'reader'
    cross join lateral (
      select count(*) as load, count(*) filter (where held.team_id = m.team_id) as in_team
      from (
        select c.team_id from baton.cases c
        where c.owner_id = m.agent_id and c.status = 'open' limit ${countedAtMost}) held) loads
    where m.team_id = ${teamId} and not m.agent_id = any(${except}::uuid[])`.execute(tx);
  return rows;
}

/**
 * Locks the pick row of the first of these agents whose row nobody else has locked; if all are
 * locked, waits for the first. Two openings at once thus see each other's choice.
 */
export async function lockFirstFree(
  tx: Tx,
  teamId: string,
  agentIds: string[],
  now: Date,
): Promise<string> {
  const { rows } = await sql<{ agent_id: string }>`
    update baton.team_members set last_picked_at = ${now}
    where team_id = ${teamId} and agent_id = (
      select agent_id from baton.team_members
      where team_id = ${teamId} and agent_id = any(${agentIds}::uuid[])
      order by array_position(${agentIds}::uuid[], agent_id) limit 1 for update skip locked)
    returning agent_id`.execute(tx);
  if (rows[0]) return rows[0].agent_id;
  const first = agentIds[0]!;
  await tx
    .updateTable('baton.team_members')
    .set({ last_picked_at: now })
    .where('team_id', '=', teamId)
    .where('agent_id', '=', first)
    .execute();
  return first;
}

/** Locks the pick rows of teams, in the order of their ids: a batch picks for many cases at once. */
export async function lockPickRows(tx: Tx, teamIds: string[], except: string[]): Promise<void> {
  await sql`
    select 1 from baton.team_members
    where team_id = any(${teamIds}::uuid[]) and not agent_id = any(${except}::uuid[])
    order by team_id, agent_id for update`.execute(tx);
}

/** Notes when agents of a team were last picked, after a batch. */
export async function notePicked(
  tx: Tx,
  teamId: string,
  agentIds: string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('baton.team_members')
    .set({ last_picked_at: now })
    .where('team_id', '=', teamId)
    .where('agent_id', 'in', agentIds)
    .execute();
}

/** The teams to which an agent belongs. */
export async function teamIdsOf(tx: Tx, agentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('baton.team_members')
    .select('team_id')
    .where('agent_id', '=', agentId)
    .orderBy('team_id')
    .execute();
  return rows.map((row) => row.team_id);
}
