import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/**
 * The message that opened a case, as it came in by mail; null for a case opened otherwise. A case
 * that was split off another one opens with a copy of what came there.
 */
export async function openingMail(db: Db | Tx, caseId: string) {
  const row = await db
    .selectFrom('baton.messages as m')
    .leftJoin('baton.messages as original', 'original.id', 'm.copy_of')
    .innerJoin('baton.inbound as i', (join) =>
      join.on('i.id', '=', sql<string>`coalesce(m.inbound_id, original.inbound_id)`),
    )
    .select(['i.recipients', 'i.received_at as receivedAt', 'i.written_at as writtenAt'])
    .where('m.case_id', '=', caseId)
    .where('m.seq', '=', 1)
    .executeTakeFirst();
  return row ?? null;
}

/** The language in which the customer wrote last; null when none was told. */
export async function lastLanguage(db: Db | Tx, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.messages')
    .select('language')
    .where('case_id', '=', caseId)
    .where('direction', '=', 'in')
    .where('author_kind', '=', 'customer')
    .where('automatic', '=', false)
    .where('language', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.language ?? null;
}

/** Whether a case was to get a receipt when it was opened. */
export async function isOwedReceipt(db: Db | Tx, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('baton.case_events')
    .select(sql<boolean>`data @> '{"receipt": true}'`.as('receipt'))
    .where('case_id', '=', caseId)
    .where('kind', '=', 'opened')
    .executeTakeFirst();
  return row?.receipt ?? false;
}

/** What a person on the customer's side said last; null when nobody there said anything. */
export async function lastFromPerson(db: Db | Tx, caseId: string) {
  const row = await db
    .selectFrom('baton.messages as m')
    .leftJoin('baton.inbound as i', 'i.id', 'm.inbound_id')
    .select(sql<Date>`coalesce(i.received_at, m.at)`.as('receivedAt'))
    .select('i.written_at as writtenAt')
    .select(sql<boolean>`m.seq = 1`.as('opening'))
    .where('m.case_id', '=', caseId)
    .where('m.direction', '=', 'in')
    .where('m.author_kind', 'in', ['customer', 'participant'])
    .where('m.automatic', '=', false)
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Replies and solutions recorded before `before` that are not in the outbox: their work was lost, or
 * gave up. Oldest first.
 */
export async function unsentMessages(db: Db | Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.messages')
    .select('id')
    .where('direction', '=', 'out')
    .where('outbound_id', 'is', null)
    .where('kind', 'in', ['reply', 'solution', 'call_record'])
    .where('at', '<', before)
    .orderBy('at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Cases opened from `since` until `before` that are owed a receipt and have none, oldest first. */
export async function casesWithoutReceipt(
  db: Db | Tx,
  { since, before }: { since: Date; before: Date },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.case_id as id from baton.case_events e
    where e.kind = 'opened' and e.data @> '{"receipt": true}'
      and e.at >= ${since} and e.at < ${before}
      and not exists (
        select 1 from baton.outbound o where o.case_id = e.case_id and o.kind = 'receipt')
      and not exists (
        select 1 from baton.case_events a
        where a.case_id = e.case_id and a.kind = 'answered_at_once')
    order by e.at limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
