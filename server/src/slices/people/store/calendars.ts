import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import { always, type WeeklyStretch, type WorkingTime } from '../../../kernel/working-time.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** A date that is closed, `YYYY-MM-DD`, and why. */
export type ClosedDay = { day: string; name: string };

/** The hours that people keep, in a zone, with the days on which they do not. */
export type CalendarRow = {
  id: string;
  name: string;
  zone: string;
  weekly: WeeklyStretch[];
  closed: ClosedDay[];
  version: number;
};

export async function calendarById(db: Db | Tx, id: string): Promise<CalendarRow | null> {
  const { rows } = await sql<CalendarRow>`${calendars} where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Calendars by name, one beyond `limit`. */
export async function listCalendars(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<CalendarRow[]> {
  const beyond = after
    ? sql`where (${byName('c.name')}, c.id) > (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<CalendarRow>`${calendars} ${beyond}
    order by ${byName('c.name')}, c.id limit ${limit + 1}`.execute(db);
  return rows;
}

const closedOf = sql`(select coalesce(jsonb_agg(
    jsonb_build_object('day', d.day, 'name', d.name) order by d.day), '[]')
  from baton.closed_days d where d.calendar_id is not distinct from c.id) as closed`;
const calendars = sql`
  select c.id, c.name, c.zone, c.weekly, c.version, ${closedOf} from baton.calendars c`;

export async function insertCalendar(
  tx: Tx,
  calendar: Omit<CalendarRow, 'version'>,
): Promise<void> {
  await tx
    .insertInto('baton.calendars')
    .values({ id: calendar.id, name: calendar.name, zone: calendar.zone, weekly: weekly(calendar) })
    .execute();
  await putClosedDays(tx, calendar.id, calendar.closed);
}

/** Writes a calendar anew, as its next version. */
export async function updateCalendar(tx: Tx, calendar: CalendarRow): Promise<void> {
  await tx
    .updateTable('baton.calendars')
    .set({ name: calendar.name, zone: calendar.zone, weekly: weekly(calendar) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', calendar.id)
    .execute();
  await putClosedDays(tx, calendar.id, calendar.closed);
}

function weekly(calendar: { weekly: WeeklyStretch[] }): string {
  return JSON.stringify(calendar.weekly);
}

export async function deleteCalendarRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.calendars').where('id', '=', id).execute();
}

/** Closed days of a calendar, or with null those of the whole company: these, and no others. */
async function putClosedDays(tx: Tx, calendarId: string | null, days: ClosedDay[]): Promise<void> {
  await tx
    .deleteFrom('baton.closed_days')
    .where('calendar_id', 'is not distinct from', calendarId)
    .execute();
  if (days.length === 0) return;
  await tx
    .insertInto('baton.closed_days')
    .values(days.map(({ day, name }) => ({ calendar_id: calendarId, day, name })))
    .execute();
}

/** The days on which the whole company is closed, and whether anybody was asked for them. */
export async function companyClosedDays(
  db: Db | Tx,
): Promise<{ days: ClosedDay[]; version: number; asked: boolean }> {
  const { rows } = await sql<{ days: ClosedDay[]; version: number; asked: boolean }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'name', d.name)
        order by d.day), '[]') from baton.closed_days d where d.calendar_id is null) as days,
      closed_version as version, closed_days_asked as asked
    from baton.company`.execute(db);
  return rows[0]!;
}

/** Sets the days on which the whole company is closed; from now on somebody has been asked. */
export async function putCompanyClosedDays(tx: Tx, days: ClosedDay[]): Promise<void> {
  await putClosedDays(tx, null, days);
  await tx
    .updateTable('baton.company')
    .set((eb) => ({ closed_version: eb('closed_version', '+', 1), closed_days_asked: true }))
    .execute();
}

/**
 * When each of these agents works: by their own calendar, else that of the first of their teams
 * that has one, else of a level of theirs, else the company's, else around the clock; never on the
 * company's closed days. Agents with the same calendar share one object.
 */
export async function workingTimeOfAgents(
  db: Db | Tx,
  agentIds: readonly string[],
): Promise<Map<string, WorkingTime>> {
  if (agentIds.length === 0) return new Map();
  const { rows } = await sql<{
    agents: string[];
    zone: string;
    weekly: WeeklyStretch[] | null;
    closed: string[];
  }>`
    with chosen as (
      select a.id as agent, coalesce(a.calendar_id,
        (select t.calendar_id from baton.team_members m join baton.teams t on t.id = m.team_id
          where m.agent_id = a.id and t.calendar_id is not null order by t.level, t.id limit 1),
        (select l.calendar_id from baton.team_members m join baton.teams t on t.id = m.team_id
          join baton.levels l on l.id = t.level
          where m.agent_id = a.id and l.calendar_id is not null order by l.id limit 1),
        co.calendar_id) as calendar, co.zone
      from baton.agents a cross join baton.company co
      where a.id = any(${agentIds}::uuid[])
    )
    select array_agg(ch.agent) as agents, coalesce(c.zone, ch.zone) as zone, c.weekly,
      (select coalesce(jsonb_agg(distinct d.day), '[]') from baton.closed_days d
        where d.calendar_id is null or d.calendar_id = c.id) as closed
    from chosen ch left join baton.calendars c on c.id = ch.calendar
    group by c.id, ch.zone`.execute(db);
  return new Map(
    rows.flatMap(({ agents, zone, weekly: hours, closed }) => {
      const time = { zone, weekly: hours ?? [], closed };
      return agents.map((agent) => [agent, time] as const);
    }),
  );
}

/** When an agent works. */
export async function workingTimeOf(db: Db | Tx, agentId: string): Promise<WorkingTime> {
  return (await workingTimeOfAgents(db, [agentId])).get(agentId) ?? always;
}
