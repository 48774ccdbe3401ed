import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { History } from '../rules/silence.ts';

/**
 * How mail came through each channel since an instant; weekdays are those of the zone. One that was
 * paused is silent because it was asked to be.
 */
export async function histories(
  db: Db | Tx,
  { since, zone }: { since: Date; zone: string },
): Promise<(History & { channelId: string })[]> {
  const { rows } = await sql<History & { channelId: string }>`
    with came as (
      select channel_id, received_at,
        extract(isodow from received_at at time zone ${zone}) as weekday,
        lead(received_at) over (partition by channel_id order by received_at) - received_at as gap
      from baton.inbound where received_at > ${since}
    ), ranked as (
      select channel_id, weekday, extract(epoch from gap) * 1000 as gap,
        row_number() over (partition by channel_id, weekday order by gap desc) as place
      from came where gap is not null
    ), spans as (
      select channel_id, count(*) as count, max(received_at) as last from came group by 1
    )
    select s.channel_id as "channelId", s.count, s.last,
      (select min(received_at) from baton.inbound i where i.channel_id = s.channel_id) as first,
      array(
        select r.gap::float8 from ranked r
        where r.channel_id = s.channel_id and r.place <= 2
          and r.weekday = extract(isodow from s.last at time zone ${zone})
        order by r.place) as "longestGapsMs"
    from spans s join baton.channels c on c.id = s.channel_id and c.paused_at is null`.execute(db);
  return rows;
}

/** Keeps that administrators were told of a silence. @returns false when they were told before */
export async function noteSilence(
  tx: Tx,
  silence: { channelId: string; since: Date; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('baton.channel_silences')
    .values({ channel_id: silence.channelId, since: silence.since, told_at: silence.at })
    .onConflict((on) => on.doNothing())
    .returning('since')
    .executeTakeFirst();
  return row !== undefined;
}
