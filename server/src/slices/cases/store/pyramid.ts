import type { Urgency } from '@baton/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { byName } from '../../../platform/by-name.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import type { Db } from '../../../platform/context.ts';
import { type Scope, visibleTo } from './scope.ts';

/**
 * How many cases of one pair of hands are shown as rings; the others are a number. Of hundreds of
 * hands fewer: the answer is asked for every few seconds.
 */
const mostRings = 24;
const fewRings = 8;
const manyHands = 60;

/** A case that goes up within this time presses now. */
const soonMs = hourMs;

/** An open case as a ring shows it. */
export type RingRow = {
  id: string;
  number: number;
  due: string;
  holdingMs: number;
  clockTeamId: string;
  urgency: Urgency;
  highStakes: boolean;
};

/** What an agent holds of a team: who is of the team, and whoever else holds a case of it. */
export type HeldRow = {
  team_id: string;
  agent_id: string;
  name: string;
  capacity: number | null;
  open: number;
  due_soon: number;
  next_due: Date | null;
  present: boolean;
  absent_until: Date | null;
  rings: RingRow[];
};

/** Every pair of hands of every team, those of agents who hold nothing among them. */
export async function heldByTeams(db: Db, now: Date): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    with held as (
      select team_id, owner_id as agent_id, count(*)::int as open,
        count(*) filter (where due_at < ${new Date(now.getTime() + soonMs)})::int as due_soon,
        min(due_at) as next_due
      from baton.cases where status = 'open' group by owner_id, team_id),
    member as (
      select m.team_id, m.agent_id, m.capacity from baton.team_members m
      join baton.agents a on a.id = m.agent_id and a.active and a.role <> 'reader'),
    pair as (
      select team_id, agent_id, m.capacity, coalesce(h.open, 0) as open,
        coalesce(h.due_soon, 0) as due_soon, h.next_due
      from held h full join member m using (team_id, agent_id))
    select p.*, a.name, a.absence_id is null as present, away.until_at as absent_until,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'due', r.due_at,
          'holdingMs', r.holding_ms, 'clockTeamId', r.clock_team_id, 'urgency', r.urgency,
          'highStakes', r.high_stakes) order by r.due_at, r.number)
        from (
          select * from baton.cases c
          where c.owner_id = p.agent_id and c.team_id = p.team_id and c.status = 'open'
          order by c.due_at limit case
            when (select count(*) from pair) > ${manyHands} then ${fewRings}::int
            else ${mostRings}::int end) r), '[]') as rings
    from pair p
    join baton.agents a on a.id = p.agent_id
    left join baton.absences away on away.id = a.absence_id
    order by p.capacity is null, ${byName('a.name')}, a.id`.execute(db);
  return rows;
}

export type FrameRow = {
  level: number;
  name: string;
  holdingMs: number;
  teams: { id: string; name: string; lead: { id: string; name: string } }[];
};

/** The levels from the front line up, with their teams and who leads them. */
export async function frameOfPyramid(db: Db): Promise<FrameRow[]> {
  const { rows } = await sql<FrameRow>`
    select l.id as level, l.name, l.holding_ms::float8 as "holdingMs",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name,
          'lead', jsonb_build_object('id', a.id, 'name', a.name))
          order by ${byName('t.name')}, t.id)
        from baton.teams t join baton.agents a on a.id = t.lead_id
        where t.level = l.id), '[]') as teams
    from baton.levels l order by l.id`.execute(db);
  return rows;
}

export type LapsedRow = { level: number; owner_id: string; count: number };

/** How many cases went up by themselves in the last day, from which level and whose hands. */
export async function lapsedLately(db: Db, now: Date): Promise<LapsedRow[]> {
  const { rows } = await sql<LapsedRow>`
    select (data->>'level')::int as level, (data->>'owner')::uuid as owner_id, count(*)::int
    from baton.case_events
    where kind = 'lapsed' and at > ${new Date(now.getTime() - dayMs)}
    group by 1, 2`.execute(db);
  return rows;
}

/** When a clock last ran out at the top. */
export async function lastAtTop(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('baton.accountability')
    .select('lapsed_at')
    .orderBy('lapsed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lapsed_at ?? null;
}

/** After which entry a page begins: its instant, its case and its seq. */
export const afterEntry = z.tuple([z.iso.datetime(), z.uuid(), z.number().int()]);

export type AccountabilityRow = {
  case_id: string;
  seq: number;
  number: number;
  subject: string;
  level: number;
  owner_id: string;
  owner_name: string;
  answerable_id: string;
  answerable_name: string;
  lapsed_at: Date;
};

/** Accountability entries of cases in the scope, the latest first. */
export async function accountabilityEntries(
  db: Db,
  scope: Scope,
  after: z.infer<typeof afterEntry> | undefined,
  limit: number,
): Promise<AccountabilityRow[]> {
  const { rows } = await sql<AccountabilityRow>`
    select e.case_id, e.seq, c.number, c.subject, e.level, e.owner_id, o.name as owner_name,
      e.answerable_id, w.name as answerable_name, e.lapsed_at
    from baton.accountability e
    join baton.cases c on c.id = e.case_id
    join baton.agents o on o.id = e.owner_id
    join baton.agents w on w.id = e.answerable_id
    where ${visibleTo(scope)}
      and ${after ? sql`(e.lapsed_at, e.case_id, e.seq) < (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]}::int)` : sql`true`}
    order by e.lapsed_at desc, e.case_id desc, e.seq desc limit ${limit}`.execute(db);
  return rows;
}
