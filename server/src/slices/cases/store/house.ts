import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { type House, houseFrom, type HouseParts } from '../rules/house.ts';

export type { House, Team } from '../rules/house.ts';

/** Reads the pyramid and the defaults of the house; teams are few, cases are many. */
export async function houseOf(db: Db | Tx): Promise<House> {
  const { rows } = await sql<HouseParts>`
    select head_id as "headId", default_team_id as "defaultTeamId",
      default_brand_id as "defaultBrandId", first_reply_ms as "firstReplyMs",
      confirm_within_ms as "confirmWithinMs",
      remind_after_ms as "remindAfterMs", task_within_ms as "taskWithinMs",
      zone, calendar_id as "calendarId",
      closed_version as "closedVersion",
      (select coalesce(jsonb_agg(d.day order by d.day), '[]')
        from baton.closed_days d where d.calendar_id is null) as closed,
      (select jsonb_agg(jsonb_build_object('id', l.id, 'holdingMs', l.holding_ms,
        'resumeAtLeastMs', l.resume_at_least_ms, 'waitingLimitMs', l.waiting_limit_ms,
        'calendarId', l.calendar_id, 'counts', l.counts, 'runsFrom', l.runs_from,
        'passesTo', l.passes_to, 'holding', (
          select coalesce(jsonb_object_agg(h.applies_to, h.holding_ms), '{}')
          from baton.level_holding h where h.level = l.id))
        order by l.id) from baton.levels l) as levels,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'level', t.level,
        'leadId', t.lead_id, 'coverId', t.cover_id, 'aboveId', t.above_id,
        'calendarId', t.calendar_id)) from baton.teams t) as teams,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'zone', c.zone,
        'weekly', c.weekly, 'version', c.version, 'closed', (
          select coalesce(jsonb_agg(d.day order by d.day), '[]')
          from baton.closed_days d where d.calendar_id = c.id))), '[]')
        from baton.calendars c) as calendars,
      exists (select from baton.agents where calendar_id is not null) as "ownHours"
    from baton.company`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('the company was not founded');
  return houseFrom(row);
}

/** The names of the days on which the company, or a calendar of its own, is closed. */
export async function closedDayNames(
  db: Db | Tx,
  calendarId: string | null,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ day: string; name: string }>`
    select day::text as day, name from baton.closed_days
    where calendar_id is null or calendar_id = ${calendarId}
    order by calendar_id nulls first`.execute(db);
  return new Map(rows.map(({ day, name }) => [day, name]));
}

/** Which of these agents have a calendar of their own, and which. */
export async function calendarsOf(
  db: Db | Tx,
  agentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('baton.agents')
    .select(['id', 'calendar_id'])
    .where('id', 'in', [...agentIds])
    .where('calendar_id', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, calendar_id }) => [id, calendar_id!]));
}
