import type { SavedSearchFields } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type SavedRow = {
  id: string;
  name: string;
  search: SavedSearchFields;
  agent_id: string;
  agent_name: string;
  team_id: string | null;
  team_name: string | null;
  /** Whether the viewer leads the team with which it is shared. */
  led: boolean;
};

const shownTo = (agentId: string) => sql`
  select s.id, s.name, s.search, s.agent_id, a.name as agent_name, s.team_id, t.name as team_name,
    coalesce(t.lead_id = ${agentId}, false) as led
  from baton.saved_searches s
  join baton.agents a on a.id = s.agent_id
  left join baton.teams t on t.id = s.team_id`;

/** What an agent may see: their own, and what is shared with a team of theirs. */
const seenBy = (agentId: string) => sql`(
  s.agent_id = ${agentId} or t.lead_id = ${agentId} or s.team_id in (
    select team_id from baton.team_members where agent_id = ${agentId}))`;

/** One's own first, in their order; then those of teams, by name. */
export async function savedSearchesOf(db: Db | Tx, agentId: string): Promise<SavedRow[]> {
  const { rows } = await sql<SavedRow>`
    ${shownTo(agentId)} where ${seenBy(agentId)}
    order by s.agent_id <> ${agentId}, case when s.agent_id = ${agentId} then s.place end,
      ${byName('t.name')}, ${byName('s.name')}, s.id`.execute(db);
  return rows;
}

export async function savedSearchById(
  db: Db | Tx,
  agentId: string,
  id: string,
): Promise<SavedRow | null> {
  const { rows } = await sql<SavedRow>`
    ${shownTo(agentId)} where s.id = ${id} and ${seenBy(agentId)}`.execute(db);
  return rows[0] ?? null;
}

/** A saved search, for changing it: all of its owner's wait, as it may move among them. */
export async function lockSavedSearch(
  tx: Tx,
  agentId: string,
  id: string,
): Promise<SavedRow | null> {
  const found = await savedSearchById(tx, agentId, id);
  if (!found) return null;
  await lockOwn(tx, found.agent_id);
  return savedSearchById(tx, agentId, id);
}

/** At the end of one's own. Whoever keeps two at once waits for the first. */
export async function insertSavedSearch(
  tx: Tx,
  row: { id: string; agentId: string; teamId: string | null; name: string; search: object },
  now: Date,
): Promise<void> {
  await lockOwn(tx, row.agentId);
  await sql`
    insert into baton.saved_searches (id, agent_id, team_id, name, search, place, created_at)
    select ${row.id}, ${row.agentId}, ${row.teamId}, ${row.name}, ${JSON.stringify(row.search)},
      coalesce(max(place) + 1, 0), ${now}
    from baton.saved_searches where agent_id = ${row.agentId}`.execute(tx);
}

export async function updateSavedSearch(
  tx: Tx,
  id: string,
  row: { teamId: string | null; name: string; search: object },
): Promise<void> {
  await sql`
    update baton.saved_searches
    set team_id = ${row.teamId}, name = ${row.name}, search = ${JSON.stringify(row.search)}
    where id = ${id}`.execute(tx);
}

/** Puts one of an agent's own at a place among them; the others keep their order. */
export async function moveSavedSearch(tx: Tx, agentId: string, id: string, place: number) {
  await lockOwn(tx, agentId);
  await sql`
    update baton.saved_searches s set place = o.place
    from (
      select id, (row_number() over (order by
        case when id = ${id} then ${place} else others + (others >= ${place})::int end,
        id <> ${id}) - 1)::int as place
      from (
        select id, (row_number() over (order by id = ${id}, place, id) - 1)::int as others
        from baton.saved_searches where agent_id = ${agentId}) one) o
    where s.id = o.id and s.place <> o.place`.execute(tx);
}

export async function deleteSavedSearch(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.saved_searches').where('id', '=', id).execute();
}

/** How many searches an agent keeps. */
export async function countSavedSearches(tx: Tx, agentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from baton.saved_searches where agent_id = ${agentId}`.execute(tx);
  return rows[0]!.count;
}

/** Whether an agent leads a team. */
export async function leadsTeam(tx: Tx, agentId: string, teamId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.teams where id = ${teamId} and lead_id = ${agentId}`.execute(tx);
  return rows.length > 0;
}

async function lockOwn(tx: Tx, agentId: string): Promise<void> {
  await sql`
    select from baton.saved_searches where agent_id = ${agentId} order by id for update`.execute(
    tx,
  );
}
