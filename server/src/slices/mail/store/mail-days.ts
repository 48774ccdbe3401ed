import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/**
 * Writes down what was received on the days that ended before an instant, in a zone; once. Where the
 * zone was changed, the first day begins when the last one ended.
 */
export async function writeEndedDays(
  tx: Tx,
  { zone, before }: { zone: string; before: Date },
): Promise<void> {
  await sql`
    with last as (
      select coalesce(max(ends_at), '-infinity') as ended from baton.mail_days
    ), ended as (
      select channel_id, (received_at at time zone ${zone})::date as day, count(*) as received
      from baton.inbound, last
      where received_at >= last.ended
        and received_at < ((${before}::timestamptz at time zone ${zone})::date)::timestamp
          at time zone ${zone}
      group by 1, 2
    )
    insert into baton.mail_days (channel_id, day, begins_at, ends_at, received)
    select channel_id, day, greatest(day::timestamp at time zone ${zone}, last.ended),
      (day + 1)::timestamp at time zone ${zone}, received
    from ended, last
    on conflict do nothing`.execute(tx);
}

export type DayOff = { channelId: string; day: string; received: number; there: number };

/** Days that are over and of which there is now more or less than was written down. */
export async function daysOff(db: Db | Tx, limit: number): Promise<DayOff[]> {
  const { rows } = await sql<DayOff>`
    select d.channel_id as "channelId", d.day::text as day, d.received, i.there
    from baton.mail_days d
    cross join lateral (
      select count(*) as there from baton.inbound i
      where i.channel_id = d.channel_id
        and i.received_at >= d.begins_at and i.received_at < d.ends_at) as i
    where d.received <> i.there
    order by d.day, d.channel_id limit ${limit}`.execute(db);
  return rows;
}

/** Keeps that administrators were told of a day. @returns false when they were told before */
export async function noteToldOff(tx: Tx, { channelId, day }: DayOff, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update baton.mail_days set told_off_at = ${at}
    where channel_id = ${channelId} and day = ${day}::date and told_off_at is null
    returning day`.execute(tx);
  return rows.length > 0;
}

/** How many messages wait for their outcome since before an instant, and how many are held so. */
export async function waitingSince(db: Db | Tx, before: { processing: Date; held: Date }) {
  const { rows } = await sql<{ processing: number; held: number }>`
    select
      (select count(*) from baton.inbound
        where outcome = 'processing' and received_at < ${before.processing}) as processing,
      (select count(*) from baton.inbound
        where outcome = 'held' and received_at < ${before.held}) as held`.execute(db);
  return rows[0]!;
}

/**
 * Keeps that administrators were told today, in a zone, of what waits.
 * @returns false when they were told before: by another server, or before this one was started anew
 */
export async function noteToldToday(
  tx: Tx,
  kind: string,
  { at, zone }: { at: Date; zone: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into baton.settings as s (key, value)
    values (${`mail.told.${kind}`}, to_jsonb((${at}::timestamptz at time zone ${zone})::date))
    on conflict (key) do update set value = excluded.value where s.value <> excluded.value
    returning key`.execute(tx);
  return rows.length > 0;
}
