import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** Somebody's customers of today and of the days before on which they opened any. */
export type Looker = { kind: 'agent' | 'key'; id: string; today: number; days: number[] };

/**
 * Whoever opened at least so many different customers since midnight in the zone of the company
 * (themselves, their cases, messages, files or masked numbers), with how it was on the days before.
 */
export async function busyLookers(
  db: Db | Tx,
  { now, zone, days, least }: { now: Date; zone: string; days: number; least: number },
): Promise<Looker[]> {
  const { rows } = await sql<Looker>`
    with midnight as (
      select date_trunc('day', ${now}::timestamptz at time zone ${zone}) at time zone ${zone} as at),
    looks as materialized (
      select l.actor_kind, l.actor_id, l.kind, l.subject_id,
        (l.at at time zone ${zone})::date as day, l.at >= midnight.at as is_today
      from baton.access_log l, midnight
      where l.at >= midnight.at - make_interval(days => ${days}) and l.at <= ${now}
        and l.actor_kind in ('agent', 'key') and l.subject_id is not null),
    opened as (
      select k.actor_kind, k.actor_id, k.day, k.is_today, coalesce(
        case when k.kind = 'customer' then k.subject_id end,
        c.customer_id, r.customer_id, m.customer_id, f.customer_id) as customer_id
      from looks k
      left join baton.cases c on k.kind = 'case' and c.id = k.subject_id
      left join baton.customer_references r on k.kind = 'reference' and r.id = k.subject_id
      left join lateral (
        select mc.customer_id from baton.messages mm join baton.cases mc on mc.id = mm.case_id
        where k.kind = 'message' and mm.id = k.subject_id limit 1) m on true
      left join lateral (
        select fc.customer_id from baton.message_files mf
        join baton.messages fm on fm.id = mf.message_id
        join baton.cases fc on fc.id = fm.case_id
        where k.kind = 'file' and mf.file_id = k.subject_id limit 1) f on true),
    counted as (
      select actor_kind, actor_id, day, is_today, count(distinct customer_id)::int as customers
      from opened where customer_id is not null group by 1, 2, 3, 4)
    select actor_kind as kind, actor_id as id,
      sum(customers) filter (where is_today)::int as today,
      coalesce(array_agg(customers) filter (where not is_today), '{}') as days
    from counted group by 1, 2
    having sum(customers) filter (where is_today) >= ${least}`.execute(db);
  return rows;
}

/** Writes down once a day that somebody's looking is unusual; false when it is known already. */
export async function noteUnusual(
  tx: Tx,
  { kind, id, today }: Looker,
  { now, zone, usual }: { now: Date; zone: string; usual: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into baton.unusual_access (actor_kind, actor_id, day, customers, usual, at)
    values (${kind}, ${id}, (${now}::timestamptz at time zone ${zone})::date, ${today}, ${usual}, ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Active agents who may read the access log: administrators in the area Access. */
export async function accessAdministrators(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from baton.agents a
    left join baton.agent_roles ar on ar.agent_id = a.id
    left join baton.custom_roles r on r.id = ar.role_id
    where a.active and coalesce(r.areas ->> 'Access', a.role) = 'admin'
    order by a.id`.execute(db);
  return rows.map(({ id }) => id);
}
