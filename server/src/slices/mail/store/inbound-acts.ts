import { sql } from 'kysely';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';

/** What became of a message until a person did something with it. */
type Until = { id: string; outcome: string; reason: string | null };

/** Keeps what a person did with messages, however many they are. */
export async function recordActs(
  { tx, now, actor }: Ctx,
  act: 'released' | 'set_aside',
  messages: readonly Until[],
): Promise<void> {
  await sql`
    insert into baton.inbound_acts (inbound_id, at, act, actor_kind, actor_id, outcome, reason)
    select id, ${now}, ${act}, ${actor.kind}, ${actor.id}::uuid, outcome, reason
    from unnest(${messages.map(({ id }) => id)}::uuid[],
      ${messages.map(({ outcome }) => outcome)}::text[],
      ${messages.map(({ reason }) => reason)}::text[]) as was (id, outcome, reason)`.execute(tx);
}

/** What people did with a message, the first first, with the names of those who did. */
export async function actsOf(db: Db | Tx, inboundId: string) {
  return db
    .selectFrom('baton.inbound_acts as x')
    .leftJoin('baton.agents as a', (join) =>
      join.onRef('a.id', '=', 'x.actor_id').on('x.actor_kind', '=', 'agent'),
    )
    .select(['x.at', 'x.outcome', 'x.reason', 'a.id as agentId', 'a.name as agentName'])
    .select(sql<'released' | 'set_aside'>`x.act`.as('act'))
    .where('x.inbound_id', '=', inboundId)
    .orderBy('x.at')
    .execute();
}
export type ShownAct = Awaited<ReturnType<typeof actsOf>>[number];

/** From now on no breaker holds the message back. */
export async function markReleased(tx: Tx, inboundId: string, at: Date): Promise<void> {
  await tx
    .updateTable('baton.inbound')
    .set({ released_at: at })
    .where('id', '=', inboundId)
    .execute();
}

/**
 * Lets messages that a breaker held go on: they are processed again, as if they had just come.
 * @returns up to `limit`
 */
export async function releaseHeld(
  tx: Tx,
  { breakerId, at, limit }: { breakerId: string; at: Date; limit: number },
): Promise<Until[]> {
  const { rows } = await sql<Until>`
    update baton.inbound i
    set outcome = 'processing', reason = null, decided_at = null, attempts = 0, tried_at = ${at},
      released_at = ${at}
    from (
      select id, outcome, reason from baton.inbound where breaker_id = ${breakerId} and outcome = 'held'
      order by received_at, id limit ${limit} for update) as held
    where i.id = held.id
    returning i.id, held.outcome, held.reason`.execute(tx);
  return rows;
}

/** Sets aside all that a breaker holds. */
export async function setHeldAside(
  tx: Tx,
  { breakerId, at, reason }: { breakerId: string; at: Date; reason: string },
): Promise<Until[]> {
  const { rows } = await sql<Until>`
    update baton.inbound i set outcome = 'set_aside', reason = ${reason}, decided_at = ${at}
    from (
      select id, outcome, reason from baton.inbound where breaker_id = ${breakerId} and outcome = 'held'
      order by id for update) as held
    where i.id = held.id
    returning i.id, held.outcome, held.reason`.execute(tx);
  return rows;
}
