import type { CalendarUses } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { CalendarRow } from './calendars.ts';

type Named = { id: string; name: string };

export type CalendarWithUses = CalendarRow & {
  uses: { company: boolean; levels: number[]; teams: Named[]; agents: Named[] };
};

/** Calendars with everybody who keeps their hours. */
export async function withUses(db: Db | Tx, calendars: CalendarRow[]): Promise<CalendarWithUses[]> {
  if (calendars.length === 0) return [];
  const named = (alias: string) => sql`jsonb_agg(jsonb_build_object(
    'id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})
    order by ${byName(`${alias}.name`)})`;
  const { rows } = await sql<{ id: string; uses: CalendarWithUses['uses'] }>`
    select c.id, jsonb_build_object(
      'company', exists (select from baton.company co where co.calendar_id = c.id),
      'levels', (select coalesce(jsonb_agg(l.id order by l.id), '[]')
        from baton.levels l where l.calendar_id = c.id),
      'teams', (select coalesce(${named('t')}, '[]') from baton.teams t where t.calendar_id = c.id),
      'agents', (select coalesce(${named('a')}, '[]')
        from baton.agents a where a.calendar_id = c.id)) as uses
    from baton.calendars c
    where c.id = any(${calendars.map(({ id }) => id)}::uuid[])`.execute(db);
  const found = new Map(rows.map(({ id, uses }) => [id, uses]));
  return calendars.map((calendar) => ({ ...calendar, uses: found.get(calendar.id)! }));
}

/** From now on these keep the hours of a calendar, whatever they kept before, and no others do. */
export async function putUses(tx: Tx, calendarId: string, uses: CalendarUses): Promise<void> {
  const keep = (table: string, kept: ReturnType<typeof sql>) => sql`
    update ${sql.table(`baton.${table}`)} set calendar_id = case when ${kept} then ${calendarId}::uuid end
    where ${kept} or calendar_id = ${calendarId}`;
  await keep('company', sql`${uses.company}::boolean`).execute(tx);
  await keep('levels', sql`id = any(${uses.levels}::integer[])`).execute(tx);
  await keep('teams', sql`id = any(${uses.teams}::uuid[])`).execute(tx);
  await keep('agents', sql`id = any(${uses.agents}::uuid[])`).execute(tx);
}

/** The first of these that there is not, as a path and an id; null when all are there. */
export async function missingUse(
  tx: Tx,
  uses: CalendarUses,
): Promise<{ path: string; id: string | number } | null> {
  const { rows } = await sql<{ path: string; id: string }>`
    select 'uses.levels' as path, u.id::text as id from unnest(${uses.levels}::integer[]) u(id)
      where not exists (select from baton.levels l where l.id = u.id)
    union all select 'uses.teams', u.id::text from unnest(${uses.teams}::uuid[]) u(id)
      where not exists (select from baton.teams t where t.id = u.id)
    union all select 'uses.agents', u.id::text from unnest(${uses.agents}::uuid[]) u(id)
      where not exists (select from baton.agents a where a.id = u.id)
    limit 1`.execute(tx);
  return rows[0] ?? null;
}
