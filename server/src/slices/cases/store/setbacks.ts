import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { type Scope, visibleTo } from './scope.ts';

export type SetbackRow = {
  id: string;
  number: number;
  subject: string;
  at: Date;
  reopened: number;
  lapsed: number;
  first_reply_missed: number;
  deadline_missed: number;
  asked_again: number;
};

/** So many cases are told at most. */
const most = 20;

/**
 * What went badly in a customer's cases within the scope since an instant, by case, the latest
 * first. A case that thanks had opened again does not count (its event says which).
 */
export async function setbacksOf(
  db: Db | Tx,
  scope: Scope,
  customerId: string,
  since: Date,
): Promise<SetbackRow[]> {
  const of = (kind: string) => sql`count(*) filter (where e.kind = ${kind})::int`;
  const { rows } = await sql<SetbackRow>`
    select c.id, c.number, c.subject, max(e.at) as at,
      ${of('reopened')} as reopened, ${of('lapsed')} as lapsed,
      ${of('first_reply_missed')} as first_reply_missed,
      ${of('deadline_missed')} as deadline_missed,
      coalesce(sum(jsonb_array_length(e.data->'again')), 0)::int as asked_again
    from baton.cases c
    join baton.case_events e on e.case_id = c.id
    where c.customer_id = ${customerId} and e.at >= ${since} and ${visibleTo(scope)}
      and (e.kind in ('reopened', 'lapsed', 'first_reply_missed', 'deadline_missed')
        or (e.kind = 'facts_set' and e.data ? 'again'))
      and not (e.kind = 'reopened' and exists (
        select 1 from baton.case_events t
        where t.case_id = e.case_id and t.kind = 'thanked'
          and (t.data->>'reopening')::int = e.seq))
    group by c.id
    order by max(e.at) desc, c.id limit ${most}`.execute(db);
  return rows;
}

/** Whether a case is a customer's and within the scope. */
export async function isCaseOfCustomer(
  db: Db | Tx,
  scope: Scope,
  caseId: string,
  customerId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.cases c
    where c.id = ${caseId} and c.customer_id = ${customerId} and ${visibleTo(scope)}`.execute(db);
  return rows.length > 0;
}
