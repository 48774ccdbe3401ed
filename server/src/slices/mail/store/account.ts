import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type AccountRow = {
  channelId: string;
  channelName: string;
  /** `2026-03-04`, in the company's zone. */
  day: string;
  received: number;
  opened: number;
  joined: number;
  setAside: number;
  bounces: number;
  loops: number;
  duplicates: number;
  held: number;
  processing: number;
};

/**
 * What was received on each day and through each channel, and what became of it. Of a day that is
 * over, received is what was written down when it ended.
 */
export async function accountOf(
  db: Db | Tx,
  range: { from: string; to: string; zone: string },
): Promise<AccountRow[]> {
  const { from, to, zone } = range;
  const count = (outcome: string) => sql`count(*) filter (where outcome = ${outcome})`;
  const { rows } = await sql<AccountRow>`
    with there as (
      select channel_id, day, count(*) as received, ${count('opened')} as opened,
        ${count('joined')} as joined, ${count('set_aside')} as set_aside,
        ${count('bounce')} as bounces, ${count('loop')} as loops,
        ${count('duplicate')} as duplicates, ${count('held')} as held,
        ${count('processing')} as processing
      from (
        select channel_id, outcome, (received_at at time zone ${zone})::date as day
        from baton.inbound
        where received_at >= (${from}::date)::timestamp at time zone ${zone}
          and received_at < (${to}::date + 1)::timestamp at time zone ${zone}) as i
      group by channel_id, day
    ), written as (
      -- The same day in another zone is another day.
      select channel_id, day, received from baton.mail_days
      where day between ${from}::date and ${to}::date
        and begins_at = day::timestamp at time zone ${zone}
        and ends_at = (day + 1)::timestamp at time zone ${zone}
    )
    select ch.id as "channelId", ch.name as "channelName", day::text as day,
      coalesce(w.received, t.received) as received, coalesce(t.opened, 0) as opened,
      coalesce(t.joined, 0) as joined, coalesce(t.set_aside, 0) as "setAside",
      coalesce(t.bounces, 0) as bounces, coalesce(t.loops, 0) as loops,
      coalesce(t.duplicates, 0) as duplicates, coalesce(t.held, 0) as held,
      coalesce(t.processing, 0) as processing
    from there t full join written w using (channel_id, day)
    join baton.channels ch on ch.id = channel_id
    order by day desc, ${byName('ch.name')}, ch.id`.execute(db);
  return rows;
}
