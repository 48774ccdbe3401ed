import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type BatchFilter = {
  owner?: string | undefined;
  topic?: string | undefined;
  customer?: string | undefined;
  team?: string | undefined;
  cases?: string[] | undefined;
  after?: string | undefined;
};

/** How many cases in work fit the filter and may be handed over by the actor. */
export async function countMovable(db: Db | Tx, actor: Actor, filter: BatchFilter) {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from baton.cases c where ${fitting(actor, filter)}`.execute(db);
  return rows[0]!.count;
}

/** Locks the next of them in the order of their ids. */
export async function lockMovable(tx: Tx, actor: Actor, filter: BatchFilter, limit: number) {
  const { rows } = await sql<{ id: string; priorityAt: Date }>`
    select c.id, c.priority_at as "priorityAt" from baton.cases c where ${fitting(actor, filter)}
    order by c.id limit ${limit} for update`.execute(tx);
  return rows;
}

/** These cases with whom they are, in the order of their numbers. */
export async function withHolders(tx: Tx, ids: string[]) {
  const { rows } = await sql<{
    id: string;
    number: number;
    subject: string;
    customer: string;
    holder: { id: string; name: string } | null;
  }>`
    select c.id, c.number, c.subject, cu.name as customer,
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as holder
    from baton.cases c join baton.customers cu on cu.id = c.customer_id
    left join baton.agents a on a.id = c.owner_id
    where c.id = any(${ids}::uuid[]) order by c.number`.execute(tx);
  return rows;
}

/** What an act gives, with nothing of it left in the database; locks stay until the end. */
export async function takenBack<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  await sql`savepoint looking_ahead`.execute(tx);
  const seen = await act();
  await sql`rollback to savepoint looking_ahead`.execute(tx);
  return seen;
}

function fitting(actor: Actor, filter: BatchFilter): RawBuilder<boolean> {
  const all = [sql`c.status in ('open', 'waiting')`, movableBy(actor)];
  if (filter.owner) all.push(sql`c.owner_id = ${filter.owner}`);
  if (filter.topic) all.push(sql`c.topic_id in ${withThoseBelow(filter.topic)}`);
  if (filter.customer) all.push(sql`c.customer_id = ${filter.customer}`);
  if (filter.team) all.push(sql`c.team_id = ${filter.team}`);
  if (filter.cases) all.push(sql`c.id = any(${filter.cases}::uuid[])`);
  if (filter.after) all.push(sql`c.id > ${filter.after}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

function withThoseBelow(topic: string): RawBuilder<unknown> {
  return sql`(
    with recursive below as (
      select ${topic}::uuid as id
      union
      select t.id from baton.topics t join below on t.parent_id = below.id)
    select id from below)`;
}

/** Who may hand over as policy.ts has it: the owner, whoever leads the team or one above it, administrators. */
function movableBy(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'baton' || ('role' in actor && actor.role === 'admin')) return sql`true`;
  if (actor.kind !== 'agent') return sql`false`;
  return sql<boolean>`(c.owner_id = ${actor.id} or c.team_id in (
    with recursive led as (
      select id from baton.teams where lead_id = ${actor.id}
      union
      select t.id from baton.teams t join led on t.above_id = led.id)
    select id from led))`;
}
