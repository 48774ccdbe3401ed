import type { HandoverDirection } from '@baton/contract';
import { type RawBuilder, sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { ValueColumns } from '../../customers/index.ts';
import type { CaseEvent } from '../events.ts';
import { eventOf } from './event-rows.ts';
import { type CaseRow, type ItemColumns, itemColumns } from './rows.ts';
import { type Scope, visibleParts, visibleTo } from './scope.ts';

export type Named = { id: string; name: string };

/** A case as lists show it: what of its row they need, with the names of what it refers to. */
export type ItemRow = ItemColumns & {
  owner_name: string | null;
  owner_absent: boolean;
  team_name: string;
  customer_name: string;
  brand_name: string;
  topic_name: string | null;
  last_message: { at: string; direction: 'in' | 'out' | 'internal'; preview: string } | null;
};

/** A case as it is shown by itself. */
export type ShownRow = CaseRow &
  ItemRow & {
    followers: Named[];
    links: { id: string; number: number; why: string }[];
    handover: HandoverRow | null;
    customer: CustomerGlance;
  };

/** What every handler should know of the customer at a glance. */
type CustomerGlance = ValueColumns & {
  spelling: string | null;
  formOfAddress: string | null;
  tierId: string | null;
  tierName: string | null;
};

/** The last hand-over as its event tells it. */
type HandoverRow = {
  at: string;
  direction: HandoverDirection;
  reason: string;
  from: string;
  fromName: string;
  summary: string | null;
  marked: string[];
};

/** How many characters of the last message a list shows. */
const previewLength = 200;

const names = sql`
  o.name as owner_name, o.absence_id is not null as owner_absent, t.name as team_name, cu.name as customer_name, b.name as brand_name,
  tp.name as topic_name,
  (
    select jsonb_build_object('at', m.at, 'direction', m.direction,
      'preview', left(m.text, ${sql.lit(previewLength)}))
    from baton.messages m where m.case_id = c.id
    -- What Baton itself told the customer is news to nobody here.
    order by m.author_kind = 'baton', m.seq desc limit 1) as last_message`;

const item = sql`${sql.raw(itemColumns.map((column) => `c.${column}`).join(', '))}, ${names}`;

const shownTo = (scope: Scope) => sql`
  c.*, ${names},
  (
    select jsonb_build_object('spelling', cu.spelling, 'formOfAddress', cu.form_of_address,
      'tierId', ti.id, 'tierName', ti.name, 'value_cents', cu.value_cents,
      'value_currency', cu.value_currency, 'value_per', cu.value_per,
      'value_source', cu.value_source, 'value_on', cu.value_on)
    from (values (1)) one left join baton.tiers ti on ti.id = cu.tier_id) as customer,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by ${byName('a.name')})
    from baton.case_agents ca join baton.agents a on a.id = ca.agent_id
    where ca.case_id = c.id and ca.follows), '[]') as followers,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'why', l.why)
      order by l.number)
    from (
      select other.id, other.number, cl.why from baton.case_links cl
      join baton.cases other on other.id = cl.linked_id
      where cl.case_id = c.id and ${visibleTo(scope, 'other')}
      union
      select other.id, other.number, cl.why from baton.case_links cl
      join baton.cases other on other.id = cl.case_id
      where cl.linked_id = c.id and ${visibleTo(scope, 'other')}) l), '[]') as links,
  (
    select jsonb_build_object('at', h.at, 'direction', h.data->>'direction',
      'reason', h.data->>'reason', 'from', a.id, 'fromName', a.name,
      'summary', h.data->>'summary', 'marked', coalesce(h.data->'marked', '[]'))
    from baton.case_events h join baton.agents a on a.id = (h.data->>'from')::uuid
    where h.case_id = c.id and h.seq = c.handover_seq) as handover`;

const named = sql`
  left join baton.agents o on o.id = c.owner_id
  join baton.teams t on t.id = c.team_id
  join baton.customers cu on cu.id = c.customer_id
  join baton.brands b on b.id = c.brand_id
  left join baton.topics tp on tp.id = c.topic_id`;

/** One case, if the scope allows to see it. */
export async function shownCase(db: Db | Tx, scope: Scope, id: string): Promise<ShownRow | null> {
  const { rows } = await sql<ShownRow>`
    select ${shownTo(scope)} from baton.cases c ${named}
    where c.id = ${id} and ${visibleTo(scope)}`.execute(db);
  return rows[0] ?? null;
}

export type Filter = {
  owner?: string | undefined;
  team?: string | undefined;
  level?: number | undefined;
  status?: string[] | undefined;
  topic?: string | undefined;
  customer?: string | undefined;
  brand?: string | undefined;
  number?: number | undefined;
  dueBefore?: Date | undefined;
};

/** Where a page begins: after the last row of the page before. */
export type After = { at: Date | null; number: number } | null;

export type Sort = 'due' | 'priority' | 'newest';

/**
 * A page of cases, by keyset so that the ten-thousandth page is as fast as the first. `due` puts
 * first what its holder has to do soonest (first reply, deadline, end of the level's time), and what
 * has no such instant (closed, merged, set aside) last; `priority` the most pressing first.
 */
export async function shownCases(
  db: Db | Tx,
  scope: Scope,
  filter: Filter,
  order: { sort: Sort; after: After; limit: number },
): Promise<ItemRow[]> {
  const conditions = conditionsOf(filter);
  if (order.after) conditions.push(following(order.sort, order.after));
  const by = orders[order.sort];
  // Written out like the statuses: how many are wanted decides which plan is good.
  const limit = sql.lit(order.limit);
  // Whoever asks for what is in their own hands may see all of it.
  const own = !scope.all && scope.agentId !== null && filter.owner === scope.agentId;
  const parts = (own ? [sql`true`] : visibleParts(scope)).flatMap((part) =>
    eachStatus(filter.status).map(
      (status) => sql`(
        select c.id, c.next_at, c.priority_at, c.number from baton.cases c
        where ${sql.join([part, status, ...conditions], sql` and `)}
        order by ${by} limit ${limit})`,
    ),
  );
  const { rows } = await sql<ItemRow>`
    with page as materialized (
      select c.id, c.next_at, c.priority_at, c.number from (${sql.join(parts, sql` union `)}) c
      order by ${by} limit ${limit})
    select ${item} from page join baton.cases c on c.id = page.id ${named}
    order by ${by}`.execute(db);
  return rows;
}

function conditionsOf(filter: Filter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (filter.owner) all.push(sql`c.owner_id = ${filter.owner}`);
  if (filter.team) all.push(sql`c.team_id = ${sql.lit(filter.team)}`);
  if (filter.level !== undefined) all.push(sql`c.level = ${filter.level}`);
  if (filter.topic) all.push(sql`c.topic_id = ${filter.topic}`);
  if (filter.customer) all.push(sql`c.customer_id = ${filter.customer}`);
  if (filter.brand) all.push(sql`c.brand_id = ${filter.brand}`);
  if (filter.number !== undefined) all.push(sql`c.number = ${filter.number}`);
  if (filter.dueBefore) all.push(sql`c.due_at < ${filter.dueBefore}`);
  return all;
}

/**
 * One condition for each status that is asked for: within one status an index has the order of the
 * list. Written out, not as parameters, because the plan is kept, and one that must fit any status
 * walks through the closed cases to find the few open ones.
 */
function eachStatus(statuses: string[] | undefined): RawBuilder<unknown>[] {
  if (!statuses) return [sql`true`];
  return [...new Set(statuses)].toSorted().map((status) => sql`c.status = ${sql.lit(status)}`);
}

const orders: Record<Sort, RawBuilder<unknown>> = {
  due: sql`c.next_at, c.number`,
  priority: sql`c.priority_at, c.number`,
  newest: sql`c.number desc`,
};

function following(sort: Sort, { at, number }: NonNullable<After>) {
  if (sort === 'newest') return sql`c.number < ${number}`;
  const column = sort === 'priority' ? sql`c.priority_at` : sql`c.next_at`;
  return sql`(${column}, c.number) > (${at ?? 'infinity'}::timestamptz, ${number}::bigint)`;
}

/** Whether at least one of these cases is in the scope. */
export async function seesOneOf(db: Db | Tx, scope: Scope, caseIds: string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.cases c where c.id = any(${caseIds}::uuid[]) and ${visibleTo(scope)}
    limit 1`.execute(db);
  return rows.length > 0;
}

/** Followers of cases: who is kept informed. */
export async function followersOf(db: Db | Tx, caseIds: string[]): Promise<Named[]> {
  return db
    .selectFrom('baton.case_agents as ca')
    .innerJoin('baton.agents as a', 'a.id', 'ca.agent_id')
    .select(['a.id', 'a.name'])
    .where('ca.case_id', 'in', caseIds)
    .where('ca.follows', '=', true)
    .orderBy(byName('a.name'))
    .execute();
}

/** The addresses that take part in a case as its customer's. */
export async function customerAddresses(db: Db | Tx, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.participants')
    .select('address')
    .where('case_id', '=', caseId)
    .where('role', '=', 'customer')
    .where('left_at', 'is', null)
    .execute();
  return rows.map((row) => row.address);
}

/** Whether mail about a case can go to its customer: as a participant, or by what is known of them. */
export async function hasAddress(db: Db | Tx, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.participants
    where case_id = ${caseId} and role = 'customer' and left_at is null
    union all
    select 1 from baton.cases c join baton.identities i on i.customer_id = c.customer_id
    where c.id = ${caseId} and i.kind = 'mail'
    limit 1`.execute(db);
  return rows.length > 0;
}

/** The receipt that a case's customer was given, if any. */
export async function receiptOf(db: Db | Tx, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.messages')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'receipt')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** All events of a case, oldest first, as the rules know them. */
export async function eventsSoFar(tx: Tx, caseId: string): Promise<CaseEvent[]> {
  const rows = await tx
    .selectFrom('baton.case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map(eventOf);
}

/** A page of a case's events, oldest first, with the names of whoever acted. */
export async function eventsOfCase(db: Db | Tx, caseId: string, afterSeq: number, limit: number) {
  return db
    .selectFrom('baton.case_events as e')
    .leftJoin('baton.agents as a', (join) =>
      join.onRef('a.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'agent'),
    )
    .leftJoin('baton.customers as cu', (join) =>
      join.onRef('cu.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'customer'),
    )
    .select(['e.seq', 'e.at', 'e.kind', 'e.actor_kind', 'e.actor_id', 'e.data'])
    .select(['e.rule_id', 'e.rule_version'])
    .select(sql<string | null>`coalesce(a.name, cu.name)`.as('actor_name'))
    .where('e.case_id', '=', caseId)
    .where('e.seq', '>', afterSeq)
    .orderBy('e.seq')
    .limit(limit)
    .execute();
}
