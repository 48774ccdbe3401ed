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

/**
 * From now on these keep the hours of a calendar, whatever they kept before, and no others do.
 * @returns whether anybody keeps other hours than before
 */
export async function putUses(tx: Tx, calendarId: string, uses: CalendarUses): Promise<boolean> {
  let changed = 0n;
  const keep = async (table: string, kept: ReturnType<typeof sql>) => {
    const { numAffectedRows = 0n } = await sql`
      update ${sql.table(`baton.${table}`)} set calendar_id = case when ${kept} then ${calendarId}::uuid end
      where (${kept}) <> (calendar_id is not distinct from ${calendarId})`.execute(tx);
    changed += numAffectedRows;
  };
  await keep('company', sql`${uses.company}::boolean`);
  await keep('levels', sql`id = any(${uses.levels}::integer[])`);
  await keep('teams', sql`id = any(${uses.teams}::uuid[])`);
  await keep('agents', sql`id = any(${uses.agents}::uuid[])`);
  return changed > 0n;
}

/** Which of these there is not, as its path in the request (`uses.agents.3`); null: all are there. */
export async function missingUse(tx: Tx, uses: CalendarUses): Promise<string | null> {
  const { rows } = await sql<{ path: string }>`
    select 'uses.levels.' || u.at - 1 as path
      from unnest(${uses.levels}::integer[]) with ordinality u(id, at)
      where not exists (select from baton.levels l where l.id = u.id)
    union all select 'uses.teams.' || u.at - 1
      from unnest(${uses.teams}::uuid[]) with ordinality u(id, at)
      where not exists (select from baton.teams t where t.id = u.id)
    union all select 'uses.agents.' || u.at - 1
      from unnest(${uses.agents}::uuid[]) with ordinality u(id, at)
      where not exists (select from baton.agents a where a.id = u.id)
    limit 1`.execute(tx);
  return rows[0]?.path ?? null;
}
