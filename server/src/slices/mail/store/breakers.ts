import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { BreakerKind, OpenBreaker } from '../rules/breaker.ts';
import type { Limits } from '../rules/limits.ts';
import { limitsOf, storedLimits } from './limits.ts';
import { channelScope } from './scope.ts';

/** More than this is not counted: it is too much by any setting. */
const mostCounted = 10_001;

/** What must be known of a sender to tell a storm; one round trip. */
export type Pace = {
  limits: Limits;
  open: OpenBreaker[];
  /** Messages of this sender through this channel since then, this one not among them. */
  count: number;
};

export async function paceOf(
  db: Db | Tx,
  { channelId, sender, since }: { channelId: string; sender: string; since: Date },
): Promise<Pace> {
  const { rows } = await sql<{ limits: unknown; open: OpenBreaker[] | null; count: number }>`
    select ${storedLimits} as limits,
      (select jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'offender', offender))
        from baton.breakers where channel_id = ${channelId} and closed_at is null) as open,
      (select count(*) from (
        select from baton.inbound
        where sender = ${sender} and received_at > ${since} and channel_id = ${channelId}
          and outcome in ('opened', 'joined', 'set_aside', 'held')
        limit ${mostCounted}) as counted) as count`.execute(db);
  const { limits, open, count } = rows[0]!;
  return { limits: limitsOf(limits), open: open ?? [], count };
}

export type Counted = {
  channelId: string;
  kind: BreakerKind;
  offender: string | null;
  count: number;
};

/** How much came since an instant: by channel, and by whatever in it sent more than `least`. */
export async function countsSince(db: Db | Tx, since: Date, least: number): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with lately as (
      select channel_id, sender from baton.inbound
      where received_at > ${since} and outcome in ('opened', 'joined', 'set_aside', 'held')
    ), counted as (
      select channel_id, regexp_replace(lower(sender), '\\+[^@]*@', '@') as sender, count(*) as count
      from lately group by 1, 2
    ), domains as (
      select channel_id, split_part(sender, '@', 2) as domain, sum(count)::bigint as count
      from counted group by 1, 2
    )
    select channel_id as "channelId", 'channel' as kind, null as offender, sum(count)::bigint as count
      from counted group by 1
    union all
    select channel_id, 'domain', domain, count from domains where count > ${least}
    union all
    select channel_id, 'sender', sender, count from counted where count > ${least}`.execute(db);
  return rows;
}

/**
 * Opens a breaker, unless it is open already.
 * @returns its id, and whether it was opened now
 */
export async function openBreaker(
  tx: Tx,
  breaker: Counted & { at: Date },
): Promise<{ id: string; fresh: boolean }> {
  const { channelId, kind, offender, count, at } = breaker;
  const { rows } = await sql<{ id: string }>`
    insert into baton.breakers (id, channel_id, kind, offender, opened_at, counted)
    values (${newId()}, ${channelId}, ${kind}, ${offender}, ${at}, ${count})
    on conflict (channel_id, kind, offender) where closed_at is null do nothing
    returning id`.execute(tx);
  if (rows[0]) return { id: rows[0].id, fresh: true };
  const { rows: known } = await sql<{ id: string }>`
    select id from baton.breakers
    where channel_id = ${channelId} and kind = ${kind} and closed_at is null
      and offender is not distinct from ${offender}`.execute(tx);
  // Closed since we looked: it opens anew.
  return known[0] ? { id: known[0].id, fresh: false } : openBreaker(tx, breaker);
}

/** Breakers that are open since before an instant. */
export async function openBreakersSince(db: Db | Tx, before: Date) {
  return db
    .selectFrom('baton.breakers')
    .select(['id', 'channel_id as channelId', 'offender'])
    .select(sql<BreakerKind>`kind`.as('kind'))
    .where('closed_at', 'is', null)
    .where('opened_at', '<', before)
    .execute();
}

/** @returns false when it was closed already, or is not there */
export async function closeBreakerRow(
  tx: Tx,
  id: string,
  closed: { at: Date; by: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('baton.breakers')
    .set({ closed_at: closed.at, closed_by: closed.by })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether answers of a channel wait, because too much came through it. */
export async function answersWait(db: Db | Tx, channelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('baton.breakers')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('kind', '=', 'channel')
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export type BreakerFilter = {
  id?: string | undefined;
  /** Only those that are open or hold something. */
  current?: boolean;
  limit: number;
  after?: { at: Date; id: string } | undefined;
};

/** Breakers of channels that an actor may see, the latest first, one more than the limit. */
export async function listBreakers(db: Db | Tx, actor: Actor, filter: BreakerFilter) {
  const held = (outcome: RawBuilder<boolean>) => sql<number>`(
    select count(*) from baton.inbound i where i.breaker_id = b.id and ${outcome})`;
  let query = db
    .selectFrom('baton.breakers as b')
    .innerJoin('baton.channels as ch', 'ch.id', 'b.channel_id')
    .leftJoin('baton.agents as a', 'a.id', 'b.closed_by')
    .select(['b.id', 'ch.id as channelId', 'ch.name as channelName', 'b.offender', 'b.counted'])
    .select(sql<BreakerKind>`b.kind`.as('kind'))
    .select(['b.opened_at as openedAt', 'b.closed_at as closedAt'])
    .select(['a.id as closedBy', 'a.name as closedByName'])
    .select(held(sql<boolean>`i.outcome = 'held'`).as('holds'))
    .select(held(sql<boolean>`true`).as('held'))
    .where(await channelScope(db, actor))
    .orderBy('b.opened_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(filter.limit + 1);
  const { after, id, current } = filter;
  if (id !== undefined) query = query.where('b.id', '=', id);
  if (current) {
    query = query.where(sql<boolean>`(b.closed_at is null or exists (
      select from baton.inbound i where i.breaker_id = b.id and i.outcome = 'held'))`);
  }
  if (after) {
    query = query.where(sql<boolean>`(b.opened_at, b.id) < (${after.at}, ${after.id}::uuid)`);
  }
  return query.execute();
}
export type ShownBreaker = Awaited<ReturnType<typeof listBreakers>>[number];
