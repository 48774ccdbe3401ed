import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';
import { workingTimeOfAgents } from '../../people/index.ts';
import { type Candidate, type Unplanned, withShifts } from '../rules/pick.ts';

/** Counting stops here: nobody with so many open cases is picked for having fewer than another. */
const countedAtMost = 2000;

/**
 * The agents of a team who are present, with the cases in their hands, counted by a partial index:
 * a kept counter would be a row that every opening fights for.
 */
export async function candidatesOf(
  tx: Tx,
  teamId: string,
  except: string[],
  now: Date,
): Promise<Candidate[]> {
  const { rows } = await sql<Unplanned & { planned: boolean }>`
    select m.agent_id as "agentId", m.capacity, m.last_picked_at as "lastPickedAt",
      loads.load::int as load, loads.in_team::int as "loadInTeam",
      exists (select 1 from baton.calendars) or exists (select 1 from baton.closed_days) as planned
    from baton.team_members m
    join baton.agents a on a.id = m.agent_id
      and a.active and a.role <> 'reader' and a.absence_id is null and a.locked_at is null
    cross join lateral (
      select count(*) as load, count(*) filter (where held.team_id = m.team_id) as in_team
      from (
        select c.team_id from baton.cases c
        where c.owner_id = m.agent_id and c.status = 'open' limit ${countedAtMost}) held) loads
    where m.team_id = ${teamId} and not m.agent_id = any(${except}::uuid[])`.execute(tx);
  // Where nobody has hours, or there is nothing to choose, it needs no asking who works now.
  const asked = rows.length > 1 && rows[0]!.planned ? rows.map(({ agentId }) => agentId) : [];
  return withShifts(rows, await workingTimeOfAgents(tx, asked), now);
}

/**
 * Locks the pick row of the first of these agents whose row nobody else has locked, and who is
 * present: whoever begins an absence locks the agent, so that one of the two sees the other.
 * @returns the agent; null when all are locked
 */
export async function lockFirstFree(
  tx: Tx,
  teamId: string,
  agentIds: string[],
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ agent_id: string }>`
    update baton.team_members set last_picked_at = ${now}
    where team_id = ${teamId} and agent_id = (
      select m.agent_id from baton.team_members m join baton.agents a on a.id = m.agent_id
      where m.team_id = ${teamId} and m.agent_id = any(${agentIds}::uuid[])
        and a.active and a.absence_id is null and a.locked_at is null
      order by array_position(${agentIds}::uuid[], m.agent_id) limit 1
      for update of m skip locked for key share of a skip locked)
    returning agent_id`.execute(tx);
  return rows[0]?.agent_id ?? null;
}

/** Waits for whoever gives an agent of a team a case right now. */
export async function awaitPick(tx: Tx, teamId: string, agentId: string): Promise<void> {
  await sql`
    select 1 from baton.team_members
    where team_id = ${teamId} and agent_id = ${agentId} for update`.execute(tx);
}

/**
 * Whether an agent is present and can hold cases; if so they stay so until the end of the
 * transaction, because whoever disables them or begins an absence waits.
 */
export async function lockPresent(tx: Tx, agentId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.agents
    where id = ${agentId} and active and role <> 'reader' and absence_id is null
      and locked_at is null
    for key share`.execute(tx);
  return rows.length > 0;
}

/** The levels at which an agent has a team. */
export async function levelsOf(tx: Tx, agentId: string): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('baton.team_members as m')
    .innerJoin('baton.teams as t', 't.id', 'm.team_id')
    .select('t.level')
    .where('m.agent_id', '=', agentId)
    .execute();
  return new Set(rows.map(({ level }) => level));
}

/**
 * Locks the pick rows of teams, in the order of their ids: a batch picks for many cases at once.
 * Their agents stay as present as they are until the end of the transaction.
 */
export async function lockPickRows(tx: Tx, teamIds: string[], except: string[]): Promise<void> {
  await sql`
    select 1 from baton.team_members
    where team_id = any(${teamIds}::uuid[]) and not agent_id = any(${except}::uuid[])
    order by team_id, agent_id for update`.execute(tx);
  await sql`
    select 1 from baton.agents where id in (
      select agent_id from baton.team_members
      where team_id = any(${teamIds}::uuid[]) and not agent_id = any(${except}::uuid[]))
    order by id for key share`.execute(tx);
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

/** Whether an agent belongs to a team. */
export async function isMember(tx: Tx, teamId: string, agentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('baton.team_members')
    .select('agent_id')
    .where('team_id', '=', teamId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return row !== undefined;
}
