import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { type Scope, visibleTo } from '../../cases/index.ts';

/** What narrows a search beside its words. */
export type Narrowing = {
  owner?: string | undefined;
  team?: string | undefined;
  status?: string | undefined;
  topic?: string | undefined;
  customer?: string | undefined;
  channel?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/** Cases below a number (null: all), so many at most. */
export type Page = { before: number | null; limit: number };

export type FoundRow = {
  id: string;
  number: number;
  subject: string;
  status: 'open' | 'waiting' | 'solved' | 'closed' | 'merged' | 'set_aside';
  level: number;
  owner_id: string | null;
  owner_name: string | null;
  team_id: string;
  team_name: string;
  customer_id: string;
  customer_name: string;
  topic_id: string | null;
  topic_name: string | null;
  opened_at: Date;
  last_message_at: Date;
};

/** Where there are no words: all cases that the rest lets through, the latest number first. */
export async function casesWithin(
  tx: Tx,
  scope: Scope,
  narrowing: Narrowing,
  page: Page,
): Promise<FoundRow[]> {
  const conditions = [visibleTo(scope), ...conditionsOf(narrowing)];
  if (page.before !== null) conditions.push(sql`c.number < ${page.before}`);
  const { rows } = await sql<FoundRow>`
    select ${shown} from baton.cases c ${named}
    where ${sql.join(conditions, sql` and `)}
    order by c.number desc limit ${sql.lit(page.limit)}`.execute(tx);
  return rows;
}

/** The case of a number, if it is within the scope and not left out by the rest. */
export async function caseNumbered(
  tx: Tx,
  number: number,
  scope: Scope,
  narrowing: Narrowing,
): Promise<FoundRow[]> {
  const conditions = [sql`c.number = ${number}`, visibleTo(scope), ...conditionsOf(narrowing)];
  const { rows } = await sql<FoundRow>`
    select ${shown} from baton.cases c ${named} where ${sql.join(conditions, sql` and `)}`.execute(
    tx,
  );
  return rows;
}

export const shown = sql`
  c.id, c.number, c.subject, c.status, c.level, c.owner_id, o.name as owner_name, c.team_id,
  t.name as team_name, c.customer_id, cu.name as customer_name, c.topic_id, tp.name as topic_name,
  c.opened_at, c.last_message_at`;

export const named = sql`
  left join baton.agents o on o.id = c.owner_id
  join baton.teams t on t.id = c.team_id
  join baton.customers cu on cu.id = c.customer_id
  left join baton.topics tp on tp.id = c.topic_id`;

export function conditionsOf(narrowing: Narrowing): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (narrowing.owner) all.push(sql`c.owner_id = ${narrowing.owner}`);
  if (narrowing.team) all.push(sql`c.team_id = ${narrowing.team}`);
  if (narrowing.status) all.push(sql`c.status = ${sql.lit(narrowing.status)}`);
  if (narrowing.topic) all.push(sql`c.topic_id = ${narrowing.topic}`);
  if (narrowing.customer) all.push(sql`c.customer_id = ${narrowing.customer}`);
  if (narrowing.channel) all.push(sql`c.channel_id = ${narrowing.channel}`);
  if (narrowing.from) all.push(sql`c.opened_at >= ${narrowing.from}`);
  if (narrowing.to) all.push(sql`c.opened_at < ${narrowing.to}`);
  return all;
}

export type SaidRow = {
  case_id: string;
  at: Date;
  direction: 'in' | 'out' | 'internal';
  text: string;
};

/** How much of how many messages of a case is looked through for the piece that is shown. */
const readCharacters = 4000;
const readMessages = 10;

/** The latest messages of cases (not those that Baton wrote), each case's latest first. */
export async function latestSaid(tx: Tx, caseIds: readonly string[]): Promise<SaidRow[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<SaidRow>`
    select m.* from unnest(${caseIds}::uuid[]) as c(id)
    cross join lateral (
      select m.case_id, m.at, m.direction, left(m.text, ${sql.lit(readCharacters)}) as text
      from baton.messages m where m.case_id = c.id and m.author_kind <> 'baton'
      order by m.seq desc limit ${sql.lit(readMessages)}) m`.execute(tx);
  return rows;
}

export type FoundCustomerRow = { id: string; name: string; identity: string | null };

/** Customers who match, the latest first. `scope` is a condition on `baton.customers as customer`. */
export async function customersWith(
  db: Db | Tx,
  query: string,
  scope: RawBuilder<boolean> | null,
  limit: number,
): Promise<FoundCustomerRow[]> {
  const { rows } = await sql<FoundCustomerRow>`
    with wanted as materialized (select ${query}::tsquery as query),
    -- Of a name that thousands have not all are looked at: who wants another one writes more.
    found as materialized (
      select s.customer_id from baton.search_customers s
      where s.words @@ (select query from wanted) limit 2000)
    select customer.id, customer.name, (
      select i.shown from baton.identities i where i.customer_id = customer.id
      order by i.place, i.value collate "C" limit 1) as identity
    from found join baton.customers customer on customer.id = found.customer_id
    where customer.merged_into is null and ${scope ?? sql`true`}
    order by customer.created_at desc, customer.id desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}
