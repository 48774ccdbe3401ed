import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

type Stranded = { id: string; agentId: string; coverId: string | null };

/** Absences of a working day or more whose agents hold cases in work all the same. */
export async function strandedAbsences(db: Db): Promise<Stranded[]> {
  const { rows } = await sql<Stranded>`
    select b.id, b.agent_id as "agentId", b.cover_id as "coverId"
    from baton.agents a
    join baton.absences b on b.id = a.absence_id and b.handed_over_at is not null
    where a.absence_id is not null and exists (
      select 1 from baton.cases c where c.owner_id = a.id and c.status in ('open', 'waiting'))
    order by b.id`.execute(db);
  return rows;
}

type Found = { caseId: string };

/**
 * Cases in the hands of somebody who has been absent for so long, though somebody of the team, its
 * lead, its cover or the head of the company is there.
 */
export async function leftWithAbsent(db: Db, graceMs: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with held as (
      select c.id, c.team_id, c.owner_id from baton.agents a
      join baton.absences b on b.id = a.absence_id
        and b.handed_over_at < clock_timestamp() - ${graceMs} * interval '1 millisecond'
      join baton.cases c on c.owner_id = a.id and c.status in ('open', 'waiting'))
    select held.id as "caseId" from held
    where exists (
      select 1 from baton.agents other
      where other.active and other.role <> 'reader' and other.absence_id is null
        and other.id in (
          select agent_id from baton.team_members where team_id = held.team_id
          union all select lead_id from baton.teams where id = held.team_id
          union all select cover_id from baton.teams where id = held.team_id
          union all select head_id from baton.company))`.execute(db);
  return rows;
}
