import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { eventOf } from './event-rows.ts';

/** The case and the cases into which it was merged, one after the other, the survivor last. */
export async function mergeChain(db: Db | Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into, 1 as place from baton.cases where id = ${caseId}
      union all
      select c.id, c.merged_into, chain.place + 1
      from chain join baton.cases c on c.id = chain.merged_into
    )
    select id from chain order by place`.execute(db);
  return rows.map(({ id }) => id);
}

/** The fact by which a case was last merged. */
export async function lastMerging(tx: Tx, caseId: string) {
  const row = await tx
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', '=', 'merged')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const event: CaseEvent = eventOf(row);
  return event.fact as Extract<CaseFact, { kind: 'merged' }>;
}

/** Addresses that came to a case by the merging of another one. */
export async function broughtBy(tx: Tx, into: string, from: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('baton.participants')
    .select('address')
    .where('case_id', '=', into)
    .where('from_case', '=', from)
    .where('left_at', 'is', null)
    .execute();
  return rows.map(({ address }) => address);
}

/**
 * Messages that came to the thread of a case, or of one merged into it, while it was merged, and
 * stand in another case; oldest first. Those of which the case has a copy are left out.
 */
export async function strayMessages(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive family as (
      select id from baton.cases where id = ${caseId}
      union
      select c.id from family join baton.cases c on c.merged_into = family.id
    )
    select m.id from baton.messages m
    where m.thread_case_id in (select id from family) and m.case_id not in (select id from family)
      and not exists (
        select from baton.messages copy
        where copy.copy_of = m.id and copy.case_id in (select id from family))
    order by m.at, m.id`.execute(tx);
  return rows.map(({ id }) => id);
}
