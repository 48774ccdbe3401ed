import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/**
 * The case of a Message-ID that we know: one that we sent (also as a relay rewrote it), or one that
 * came in and belongs to a case. The ids in the order of trust, the most telling first.
 */
export async function caseOfMessageIds(
  db: Db | Tx,
  ids: readonly string[],
): Promise<string | null> {
  if (ids.length === 0) return null;
  const { rows } = await sql<{ case_id: string }>`
    with asked as (
      select id, place from unnest(${ids}::text[]) with ordinality as a (id, place)
    ), known as (
      select a.place, o.case_id from asked a join baton.outbound o on o.mime_id = a.id
      union all
      select a.place, o.case_id from asked a join baton.outbound o on o.relay_mime_id = a.id
      union all
      select a.place, i.case_id from asked a join baton.inbound i on i.header_message_id = a.id
        where i.case_id is not null
    )
    select case_id from known order by place limit 1`.execute(db);
  return rows[0]?.case_id ?? null;
}

/**
 * The case to which the message that is answered was split off, or returned after a merge: the
 * first of the ids that is known decides, for the others are only what came before.
 */
export async function splitCaseOf(db: Db | Tx, ids: readonly string[]): Promise<string | null> {
  if (ids.length === 0) return null;
  const { rows } = await sql<{ case_id: string | null }>`
    with asked as (
      select id, place from unnest(${ids}::text[]) with ordinality as a (id, place)
    ), known as (
      select a.place, i.message_id from asked a
        join baton.inbound i on i.header_message_id = a.id where i.message_id is not null
      union all
      select a.place, i.message_id from asked a
        join baton.outbound o on o.mime_id = a.id or o.relay_mime_id = a.id
        left join baton.inbound i on i.header_message_id = o.in_reply_to
          and i.message_id is not null and i.case_id = o.case_id
    )
    select (
      select m.case_id from baton.messages m
      where m.copy_of = known.message_id order by m.at desc limit 1) as case_id
    from known order by place limit 1`.execute(db);
  return rows[0]?.case_id ?? null;
}

/** The newest Message-IDs of a case, in and out, oldest first; and the one a customer wrote last. */
export async function threadOfCase(
  db: Db | Tx,
  caseId: string,
): Promise<{ references: string[]; lastFromCustomer: string | null }> {
  const { rows } = await sql<{ id: string; incoming: boolean }>`
    select * from (
      select header_message_id as id, received_at as at, true as incoming from baton.inbound i
      where case_id = ${caseId} and header_message_id is not null and outcome in ('opened', 'joined')
        and not exists (select from baton.messages m where m.copy_of = i.message_id)
      union all
      select i.header_message_id, i.received_at, true from baton.messages m
      join baton.messages original on original.id = m.copy_of
      join baton.inbound i on i.id = original.inbound_id
      where m.case_id = ${caseId} and i.header_message_id is not null
      union all
      select coalesce(relay_mime_id, mime_id), created_at, false from baton.outbound
      where case_id = ${caseId} and state <> 'suppressed'
      order by at desc limit 30
    ) as newest order by at`.execute(db);
  return {
    references: rows.map(({ id }) => id),
    lastFromCustomer: rows.findLast(({ incoming }) => incoming)?.id ?? null,
  };
}
