import { sql } from 'kysely';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';

/** Something that a person did with a message; `outcome` and `reason` are what it had until then. */
export type InboundAct = {
  inboundId: string;
  act: 'released' | 'set_aside';
  outcome: string;
  reason: string | null;
};

export async function recordAct(ctx: Ctx, act: InboundAct): Promise<void> {
  await recordActs(ctx, [act]);
}

export async function recordActs(ctx: Ctx, acts: readonly InboundAct[]): Promise<void> {
  if (acts.length === 0) return;
  await ctx.tx
    .insertInto('baton.inbound_acts')
    .values(
      acts.map(({ inboundId, act, outcome, reason }) => ({
        inbound_id: inboundId,
        at: ctx.now,
        act,
        actor_kind: ctx.actor.kind,
        actor_id: ctx.actor.id,
        outcome,
        reason,
      })),
    )
    .execute();
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
 * @returns their ids and what was said of them; up to `limit`
 */
export async function releaseHeld(
  tx: Tx,
  { breakerId, at, limit }: { breakerId: string; at: Date; limit: number },
): Promise<{ id: string; reason: string | null }[]> {
  const { rows } = await sql<{ id: string; reason: string | null }>`
    update baton.inbound i
    set outcome = 'processing', reason = null, decided_at = null, attempts = 0, tried_at = ${at},
      released_at = ${at}
    from (
      select id, reason from baton.inbound where breaker_id = ${breakerId} and outcome = 'held'
      order by received_at, id limit ${limit} for update) as held
    where i.id = held.id
    returning i.id, held.reason`.execute(tx);
  return rows;
}

/** Sets aside all that a breaker holds. @returns their ids and what was said of them */
export async function setHeldAside(
  tx: Tx,
  { breakerId, at, reason }: { breakerId: string; at: Date; reason: string },
): Promise<{ id: string; reason: string | null }[]> {
  const { rows } = await sql<{ id: string; reason: string | null }>`
    update baton.inbound i set outcome = 'set_aside', reason = ${reason}, decided_at = ${at}
    from (
      select id, reason from baton.inbound where breaker_id = ${breakerId} and outcome = 'held'
      order by id for update) as held
    where i.id = held.id
    returning i.id, held.reason`.execute(tx);
  return rows;
}
