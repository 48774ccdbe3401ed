import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { CaseRow } from './rows.ts';

/** Locks all cases of a customer, in the order of their ids. */
export async function lockCasesOf(tx: Tx, customerId: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select * from baton.cases where customer_id = ${customerId}
    order by id for update`.execute(tx);
  return rows;
}

/** How cases of a customer came to be theirs, by id. */
export type Opening = { id: string; openedBy: string | null; setByHand: boolean };

/**
 * Cases of a customer that were opened since two became one: from which address, and whether
 * somebody said afterwards that they are this customer's. What came by another merger is left out.
 */
export async function openingsSince(
  tx: Tx,
  customerId: string,
  { since, merge }: { since: Date; merge: string },
): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select c.id,
      (select lower(m.author_address) from baton.messages m
        where m.case_id = c.id order by m.seq limit 1) as "openedBy",
      exists (
        select 1 from baton.case_events e
        where e.case_id = c.id and e.kind = 'customer_set' and e.at >= ${since}
          and e.data->>'customer' = ${customerId}::text and e.data->>'merge' is null
      ) as "setByHand"
    from baton.cases c
    where c.customer_id = ${customerId} and c.opened_at >= ${since}
      and not exists (
        select 1 from baton.customer_merge_parts p
        join baton.customer_merges g on g.id = p.merge_id
        where p.part_id = c.id and p.kind = 'case' and g.undone_at is null
          and g.survivor_id = ${customerId} and g.id <> ${merge})`.execute(tx);
  return rows;
}

/** Cases that belong to somebody who is part of another customer. */
export async function casesOfMerged(db: Db): Promise<{ caseId: string }[]> {
  const { rows } = await sql<{ caseId: string }>`
    select c.id as "caseId" from baton.cases c
    join baton.customers cu on cu.id = c.customer_id
    where cu.merged_into is not null`.execute(db);
  return rows;
}
