import type { DataKind } from '@baton/contract';
import { type RawBuilder, sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** Whose data an agent saw, and when. */
export type Window = { agent_id: string; window_from: Date; window_to: Date; id: string };

export type TouchedRow = {
  customer_id: string;
  name: string;
  sort: string;
  kinds: DataKind[];
  first_at: Date;
  last_at: Date;
  looks: number;
  state: 'prepared' | 'sent' | 'failed' | null;
  language: string | null;
  subject: string | null;
  text: string | null;
  sent_at: Date | null;
  trouble: 'no_address' | 'refused' | null;
  case_id: string | null;
  case_name: string | null;
};

/**
 * A look is written down once in five minutes (see `RepeatedLooks`): one that was noted shortly
 * before the window may have been repeated within it.
 */
const repeated = sql`interval '5 minutes'`;

/**
 * Everything that the agent saw within the window, by themselves, by a key that acts as them, and
 * by keys that they made; each with the customer whose it is. A list counts for each customer whom
 * it showed, or whose case, message or file.
 */
function looks({ agent_id: agent, window_from: from, window_to: to }: Window) {
  return sql`
    with seen as materialized (
      select at, kind, subject_id, detail from baton.access_log
      where at >= ${from}::timestamptz - ${repeated} and at <= ${to}::timestamptz
        and ((actor_kind = 'agent' and actor_id = ${agent}) or (actor_kind = 'key' and actor_id in
          (select id from baton.keys where created_by = ${agent} or agent_id = ${agent})))),
    things as materialized (
      select at, subject_id as id, kind = 'list' as listed, kind from seen
      where subject_id is not null
      union all
      select at, shown.id::uuid, true, kind from seen
      cross join lateral jsonb_array_elements_text(case jsonb_typeof(detail -> 'ids')
        when 'array' then detail -> 'ids' else '[]'::jsonb end) as shown (id)
      where shown.id ~ '^[0-9a-f-]{36}$'),
    looks as (
      select t.at, c.id as customer_id, t.listed, t.kind, 'contact' as data
        from things t join baton.customers c on c.id = t.id
      union all
      select t.at, c.customer_id, t.listed, t.kind, 'conversation'
        from things t join baton.cases c on c.id = t.id
      ${ofCases('messages', 'conversation')}
      ${ofCases('inbound', 'conversation')}
      ${ofCases('outbound', 'conversation')}
      union all
      select t.at, c.customer_id, t.listed, t.kind, 'files'
        from things t join baton.message_files f on f.file_id = t.id
        join baton.messages m on m.id = f.message_id join baton.cases c on c.id = m.case_id)`;
}

/** Looks at rows of a table that belong to a case. */
function ofCases(table: string, data: DataKind): RawBuilder<unknown> {
  return sql`
    union all
    select t.at, c.customer_id, t.listed, t.kind, ${sql.lit(data)}
      from things t join ${sql.table(`baton.${table}`)} x on x.id = t.id
      join baton.cases c on c.id = x.case_id`;
}

/** Customers whose data were seen within the window, by name, one beyond `limit`. */
export async function touchedCustomers(
  db: Db | Tx,
  window: Window,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<TouchedRow[]> {
  const beyond = after
    ? sql`where (p.sort, p.customer_id) > (${after[0]}, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<TouchedRow>`
    ${looks(window)},
    people as (
      select l.customer_id, c.name, ${byName('c.name')} as sort,
        array_agg(distinct case when l.listed then 'overview' when l.kind = 'reveal' then 'masked'
          else l.data end) as kinds,
        min(l.at) as first_at, max(l.at) as last_at, count(*)::int as looks
      from looks l join baton.customers c on c.id = l.customer_id
      group by l.customer_id, c.name)
    select p.*, n.state, n.language, n.subject, n.text, n.sent_at, n.trouble, n.case_id,
      '#' || k.number as case_name
    from people p
    left join baton.incident_notices n
      on n.incident_id = ${window.id} and n.customer_id = p.customer_id
    left join baton.cases k on k.id = n.case_id
    ${beyond} order by p.sort, p.customer_id limit ${limit + 1}`.execute(db);
  return rows;
}
