import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { inboundScope, mailScope } from './scope.ts';

type After = { at: Date; id: string } | undefined;

export type InboundFilter = {
  id?: string | undefined;
  outcome?: string | undefined;
  channel?: string | undefined;
  case?: string | undefined;
  breaker?: string | undefined;
  day?: string | undefined;
  messageId?: string | undefined;
  limit: number;
  after?: After;
};

/** Received messages that an actor may see, the latest first, one more than the limit. */
export async function listInbound(db: Db | Tx, actor: Actor, filter: InboundFilter) {
  let query = db
    .selectFrom('baton.inbound as i')
    .innerJoin('baton.channels as ch', 'ch.id', 'i.channel_id')
    .selectAll('i')
    .select('ch.name as channel_name')
    .where(await inboundScope(db, actor))
    .orderBy('i.received_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(filter.limit + 1);
  const { after, outcome } = filter;
  if (filter.id !== undefined) query = query.where('i.id', '=', filter.id);
  if (outcome !== undefined) query = query.where(sql<boolean>`i.outcome = ${outcome}`);
  if (filter.channel !== undefined) query = query.where('i.channel_id', '=', filter.channel);
  if (filter.case !== undefined) query = query.where('i.case_id', '=', filter.case);
  if (filter.breaker !== undefined) query = query.where('i.breaker_id', '=', filter.breaker);
  if (filter.day !== undefined) query = query.where(onDay(filter.day));
  if (filter.messageId !== undefined) {
    query = query.where('i.header_message_id', '=', filter.messageId);
  }
  if (after)
    query = query.where(sql<boolean>`(i.received_at, i.id) < (${after.at}, ${after.id}::uuid)`);
  return query.execute();
}
/** Received on a day in the company's zone. */
function onDay(day: string) {
  const begin = (date: RawBuilder<unknown>) =>
    sql`(${date})::timestamp at time zone (select zone from baton.company)`;
  return sql<boolean>`i.received_at >= ${begin(sql`${day}::date`)}
    and i.received_at < ${begin(sql`${day}::date + 1`)}`;
}
export type ShownInbound = Awaited<ReturnType<typeof listInbound>>[number];

export type OutboundFilter = {
  id?: string | undefined;
  state?: string | undefined;
  case?: string | undefined;
  limit: number;
  after?: After;
};

/** Messages of the outbox that an actor may see, the latest first, one more than the limit. */
export async function listOutbound(db: Db | Tx, actor: Actor, filter: OutboundFilter) {
  let query = db
    .selectFrom('baton.outbound as o')
    .innerJoin('baton.messages as m', 'm.id', 'o.message_id')
    .leftJoin('baton.agents as a', (join) =>
      join.onRef('a.id', '=', 'm.author_id').on('m.author_kind', '=', 'agent'),
    )
    .selectAll('o')
    .select(['m.text as message_text', 'm.kind as message_kind', 'a.name as author_name'])
    .where(await mailScope(db, actor, sql`o.case_id`))
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(filter.limit + 1);
  const { after, state } = filter;
  if (filter.id !== undefined) query = query.where('o.id', '=', filter.id);
  if (state !== undefined) query = query.where(sql<boolean>`o.state = ${state}`);
  if (filter.case !== undefined) query = query.where('o.case_id', '=', filter.case);
  if (after)
    query = query.where(sql<boolean>`(o.created_at, o.id) < (${after.at}, ${after.id}::uuid)`);
  return query.execute();
}
export type ShownOutbound = Awaited<ReturnType<typeof listOutbound>>[number];
