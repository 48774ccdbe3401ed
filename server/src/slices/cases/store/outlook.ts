import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/**
 * The cases in work of an agent by team: how many, whether the cover is present and can hold cases
 * at that level, and whether somebody else is there who would receive them.
 */
export async function inWorkByTeam(
  db: Db,
  agentId: string,
  coverId: string | null,
): Promise<{ cases: number; covered: boolean; others: boolean }[]> {
  const { rows } = await sql<{ cases: number; covered: boolean; others: boolean }>`
    with present as (
      select id from baton.agents
      where active and role <> 'reader' and absence_id is null and id <> ${agentId})
    select held.cases::int,
      exists (
        select 1 from baton.team_members m join baton.teams at on at.id = m.team_id
        join present p on p.id = m.agent_id
        where m.agent_id = ${coverId} and at.level = t.level) as covered,
      exists (
        select 1 from present p where p.id in (
          select agent_id from baton.team_members where team_id = t.id
          union all select t.lead_id union all select t.cover_id
          union all select head_id from baton.company)) as others
    from (
      select team_id, count(*) as cases from baton.cases
      where owner_id = ${agentId} and status in ('open', 'waiting') group by team_id) held
    join baton.teams t on t.id = held.team_id`.execute(db);
  return rows;
}
