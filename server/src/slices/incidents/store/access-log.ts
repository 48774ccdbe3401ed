import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type AccessRow = {
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  kind: string;
  subject_id: string | null;
  subject_name: string | null;
  detail: { list?: string; ids?: string[]; exported?: boolean; reason?: string } | null;
  address: string | null;
  /** The instant to the microsecond, and the row's place among those of the same one. */
  exactly: string;
  tie: string;
};

export type AccessFilter = {
  actor?: string | undefined;
  customer?: string | undefined;
  case?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  address?: string | undefined;
};

/** Orders rows of one instant: whoever saw the same at the same instant saw it once. */
const tie = sql`concat_ws(' ', l.actor_id, l.kind, l.subject_id)`;

/** What was seen, the latest first, one beyond `limit`; `after` is the last row of the page before. */
export async function accessLog(
  db: Db,
  filter: AccessFilter,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<AccessRow[]> {
  const conditions = [sql`true`, ...conditionsOf(filter)];
  if (after) conditions.push(sql`(l.at, ${tie}) < (${after[0]}::timestamptz, ${after[1]})`);
  const { rows } = await sql<AccessRow>`
    with page as materialized (
      select l.*, l.at::text as exactly, ${tie} as tie from baton.access_log l
      where ${sql.join(conditions, sql` and `)}
      order by l.at desc, ${tie} desc limit ${limit + 1})
    select p.*, coalesce(a.name, k.name, cu.name) as actor_name,
      case p.kind
        when 'case' then (select '#' || c.number || ' ' || c.subject from baton.cases c
          where c.id = p.subject_id)
        when 'customer' then (select name from baton.customers where id = p.subject_id)
        when 'reference' then (select cu.name from baton.customer_references r
          join baton.customers cu on cu.id = r.customer_id where r.id = p.subject_id)
        when 'file' then (select name from baton.files where id = p.subject_id)
        when 'message' then coalesce(
          (select '#' || c.number || ' ' || c.subject from baton.messages m
            join baton.cases c on c.id = m.case_id where m.id = p.subject_id),
          (select subject from baton.inbound where id = p.subject_id)) end as subject_name
    from page p
    left join baton.agents a on p.actor_kind = 'agent' and a.id = p.actor_id
    left join baton.keys k on p.actor_kind = 'key' and k.id = p.actor_id
    left join baton.customers cu on p.actor_kind = 'customer' and cu.id = p.actor_id
    order by p.at desc, p.tie desc`.execute(db);
  return rows;
}

function conditionsOf(filter: AccessFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (filter.actor) all.push(sql`l.actor_id = ${filter.actor}`);
  if (filter.kind) all.push(sql`l.kind = ${filter.kind}`);
  if (filter.from) all.push(sql`l.at >= ${filter.from}::timestamptz`);
  if (filter.address) all.push(sql`l.address = ${filter.address}`);
  if (filter.to) all.push(sql`l.at < ${filter.to}::timestamptz`);
  if (filter.case) all.push(about(sql`select ${filter.case}::uuid as id`));
  if (filter.customer) {
    const cases = sql`select id from baton.cases where customer_id = ${filter.customer}`;
    all.push(about(cases, filter.customer));
  }
  return all;
}

/** Looks at cases, at what belongs to them, at their customer, and at lists that showed any of it. */
function about(cases: RawBuilder<unknown>, customer: string | null = null): RawBuilder<unknown> {
  const subjects = sql`
    with about as materialized (${cases})
    select id from about
    union all select m.id from baton.messages m join about on about.id = m.case_id
    union all select i.id from baton.inbound i join about on about.id = i.case_id
    union all select o.id from baton.outbound o join about on about.id = o.case_id
    union all select f.file_id from baton.message_files f
      join baton.messages m on m.id = f.message_id join about on about.id = m.case_id
    union all select ${customer}::uuid where ${customer}::uuid is not null`;
  return sql`(
    l.subject_id in (${subjects})
    or (l.kind in ('list', 'reference')
      and l.detail -> 'ids' ?| (select array_agg(id::text) from (${subjects}) shown)))`;
}
