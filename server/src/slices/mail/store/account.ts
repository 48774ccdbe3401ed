import { sql } from 'kysely';
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
  processing: number;
};

/** What was received on each day and through each channel, and what became of it. */
export async function accountOf(
  db: Db | Tx,
  range: { from: string; to: string; zone: string },
): Promise<AccountRow[]> {
  const { from, to, zone } = range;
  const count = (outcome: string) => sql`count(*) filter (where i.outcome = ${outcome})`;
  const { rows } = await sql<AccountRow>`
    select ch.id as "channelId", ch.name as "channelName", i.day::text as day,
      count(*) as received, ${count('opened')} as opened, ${count('joined')} as joined,
      ${count('set_aside')} as "setAside", ${count('bounce')} as bounces,
      ${count('loop')} as loops, ${count('duplicate')} as duplicates,
      ${count('processing')} as processing
    from (
      select channel_id, outcome, (received_at at time zone ${zone})::date as day
      from baton.inbound
      where received_at >= (${from}::date)::timestamp at time zone ${zone}
        and received_at < (${to}::date + 1)::timestamp at time zone ${zone}
    ) as i
    join baton.channels ch on ch.id = i.channel_id
    group by ch.id, ch.name, i.day
    order by i.day desc, lower(ch.name) collate "C", ch.id`.execute(db);
  return rows;
}
