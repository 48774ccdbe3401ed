import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

type Found = { caseId: string | null; id: string };

async function find(db: Db, query: ReturnType<typeof sql<Found>>): Promise<Found[]> {
  return (await query.execute(db)).rows;
}

/** Messages with an outcome that is not true: the case or the message is missing or another's. */
export function falseOutcomes(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select i.case_id as "caseId", i.id from baton.inbound i
      left join baton.messages m on m.id = i.message_id
      where i.outcome in ('opened', 'joined')
        and (m.id is null or m.case_id <> i.case_id or m.inbound_id is distinct from i.id)
      limit 100`,
  );
}

/** Messages of a case that came by mail, of which the mail knows nothing. */
export function unaccounted(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select m.case_id as "caseId", m.id from baton.messages m
      left join baton.inbound i on i.id = m.inbound_id
      where m.inbound_id is not null and (i.id is null or i.message_id is distinct from m.id)
      limit 100`,
  );
}

/** Messages that have waited for their outcome for over an hour. */
export function waitingLong(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select null as "caseId", id from baton.inbound
      where outcome = 'processing' and received_at < now() - interval '1 hour'
      order by received_at limit 100`,
  );
}

/** Outgoing messages of cases that are neither in the outbox nor on their way there. */
export function notInOutbox(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select m.case_id as "caseId", m.id from baton.messages m
      where m.direction = 'out' and m.outbound_id is null and m.at < now() - interval '10 minutes'
        and not exists (select from baton.outbound o where o.message_id = m.id)
      limit 100`,
  );
}

/** What the outbox says of a message, and what its case says, differ. */
export function differingFates(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select o.case_id as "caseId", o.id from baton.outbound o
      join baton.messages m on m.id = o.message_id
      where m.delivery_state is distinct from o.state
        or (o.state in ('sent', 'delivered') and o.sent_at is null)
        or (o.state in ('queued', 'held', 'suppressed', 'withdrawn') and o.sent_at is not null)
      limit 100`,
  );
}

/** Messages that had an effect more than once within 30 days (invariant 6). */
export function sameEffectTwice(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select min(case_id::text)::uuid as "caseId", min(id::text)::uuid as id from baton.inbound
      where outcome in ('opened', 'joined') and header_message_id is not null and released_at is null
      group by header_message_id, lower(sender)
      having count(*) > 1 and max(received_at) - min(received_at) < interval '30 days'
      limit 100`,
  );
}

/** Duplicates of nothing, or of what came later. */
export function falseDuplicates(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select null as "caseId", d.id from baton.inbound d
      left join baton.inbound o on o.id = d.duplicate_of
      where d.outcome = 'duplicate' and (o.id is null or o.id = d.id or o.outcome = 'loop')
      limit 100`,
  );
}

/** Automatic mail that left, or will, about cases on whose side no person ever wrote (invariant 11). */
export function toldToMachines(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select o.case_id as "caseId", o.id from baton.outbound o
      where o.automatic and o.state <> 'suppressed'
        and not exists (
          select 1 from baton.case_events e
          where e.case_id = o.case_id and e.kind = 'opened' and e.data @> '{"receipt": true}')
        and not exists (
          select 1 from baton.messages m
          where m.case_id = o.case_id and m.direction = 'in' and not m.automatic and m.seq > 1
            and m.author_kind in ('customer', 'participant'))
      limit 100`,
  );
}

/** Automatic mail beyond what one correspondent gets within an hour or a day (invariant 11). */
export function overBudget(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select o.case_id as "caseId", o.id from (
        select outbound_id, hour_limit, day_limit,
          count(*) over (partition by address order by at
            range between interval '1 hour' - interval '1 ms' preceding and current row) as hour,
          count(*) over (partition by address order by at
            range between interval '1 day' - interval '1 ms' preceding and current row) as day
        from baton.automatic_mail) as sent
      join baton.outbound o on o.id = sent.outbound_id
      where sent.hour > sent.hour_limit or sent.day > sent.day_limit
      limit 100`,
  );
}

/** Messages that are held by nothing, or through another channel than the one that broke. */
export function heldByNothing(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select null as "caseId", i.id from baton.inbound i
      left join baton.breakers b on b.id = i.breaker_id
      where i.outcome = 'held' and (b.id is null or b.channel_id <> i.channel_id or i.released_at is not null)
      limit 100`,
  );
}

/** Days that are over and of which there is now more or less than was written down (invariant 5). */
export function changedDays(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select null as "caseId", (d.channel_id::text || ' on ' || d.day::text) as id
      from baton.mail_days d
      where d.received <> (
        select count(*) from baton.inbound i
        where i.channel_id = d.channel_id
          and i.received_at >= d.begins_at and i.received_at < d.ends_at)
      limit 100`,
  );
}

/** Automatic mail that left for an address after its owner had complained (RFC 5965). */
export function toldAfterComplaint(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select o.case_id as "caseId", o.id from baton.address_marks m
      join baton.outbound o on o.recipients @> array[m.address]
      where m.complained_at is not null and o.automatic and o.created_at > m.complained_at
        and o.state <> 'suppressed'
      limit 100`,
  );
}

/** Addresses that are marked because of nothing that came in. */
export function marksFromNowhere(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select i.case_id as "caseId", m.address as id from baton.address_marks m
      left join baton.inbound i on i.id = coalesce(m.bounced_by, m.complained_by)
      where i.outcome is distinct from 'bounce' and i.released_at is null
      limit 100`,
  );
}

/** A content that must be in the file store. */
export type Kept = { id: string; caseId: string | null; sha256: string };

const tables = {
  received: sql`select id, case_id as "caseId", raw_sha256 as sha256 from baton.inbound`,
  html: sql`select id, case_id as "caseId", html_sha256 as sha256 from baton.messages`,
  files: sql`select id, null::uuid as "caseId", sha256 from baton.files`,
};
export const contents = Object.keys(tables) as (keyof typeof tables)[];

/** The next contents of a kind in the order of their ids, for going through all of them. */
export async function contentsAfter(
  db: Db,
  kind: keyof typeof tables,
  after: string,
  limit: number,
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select * from (${tables[kind]}) as kept where id > ${after}::uuid and sha256 is not null
    order by id limit ${limit}`.execute(db);
  return rows;
}
