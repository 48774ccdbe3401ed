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
        or (o.state in ('queued', 'held', 'suppressed') and o.sent_at is not null)
      limit 100`,
  );
}

/** Messages that had an effect more than once within 30 days (invariant 6). */
export function sameEffectTwice(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select min(case_id::text)::uuid as "caseId", min(id::text)::uuid as id from baton.inbound
      where outcome in ('opened', 'joined') and header_message_id is not null
      group by header_message_id, lower(sender)
      having count(*) > 1 and max(received_at) - min(received_at) < interval '30 days'
      limit 100`,
  );
}

/** Days on which what was received is not the sum of its outcomes. */
export function unbalanced(db: Db): Promise<Found[]> {
  return find(
    db,
    sql<Found>`
      select null as "caseId", channel_id::text as id from (
        select channel_id, count(*) as received,
          count(*) filter (where outcome in ('processing', 'opened', 'joined', 'set_aside',
            'bounce', 'loop', 'duplicate')) as accounted
        from baton.inbound group by channel_id) as accounts
      where received <> accounted`,
  );
}
