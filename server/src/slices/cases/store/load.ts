import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db } from '../../../platform/context.ts';

export type MemberLoadRow = {
  id: string;
  name: string;
  present: boolean;
  absent_until: Date | null;
  capacity: number;
  open_in_team: number;
  open: number;
  waiting: number;
  due_today: number;
  solved_today: number;
};

/**
 * What is in the hands of each active member of a team. "Today" is the day of the agent's own zone
 * at the instant `now`.
 */
export async function loadOfTeam(db: Db, teamId: string, now: Date): Promise<MemberLoadRow[]> {
  const { rows } = await sql<MemberLoadRow>`
    select a.id, a.name, a.absence_id is null as present, away.until_at as absent_until, m.capacity,
      held.open_in_team, held.open, held.waiting, held.due_today, done.solved_today
    from baton.team_members m
    join baton.agents a on a.id = m.agent_id and a.active and a.role <> 'reader'
    left join baton.absences away on away.id = a.absence_id
    cross join lateral (
      select date_trunc('day', ${now}::timestamptz, a.zone) as begins) today
    cross join lateral (
      select count(*) filter (where c.status = 'open' and c.team_id = m.team_id)::int as open_in_team,
        count(*) filter (where c.status = 'open')::int as open,
        count(*) filter (where c.status = 'waiting')::int as waiting,
        count(*) filter (where c.status = 'open'
          and c.due_at < today.begins + interval '1 day')::int as due_today
      from baton.cases c
      where c.owner_id = a.id and c.status in ('open', 'waiting')) held
    cross join lateral (
      select count(*)::int as solved_today from baton.cases c
      where c.solved_by = a.id and c.solved_at >= today.begins) done
    where m.team_id = ${teamId}
    order by ${byName('a.name')}, a.id`.execute(db);
  return rows;
}
