import type { Db, Tx } from '../../../platform/context.ts';

/** Keeps what an agent is to be told at one time, and on which of their devices. */
export async function insertPush(
  tx: Tx,
  push: { id: string; agentId: string; pressing: boolean; at: Date },
  deviceIds: string[],
): Promise<void> {
  const { id, agentId, pressing, at } = push;
  await tx
    .insertInto('baton.pushes')
    .values({ id, agent_id: agentId, pressing, created_at: at })
    .execute();
  await tx
    .insertInto('baton.push_deliveries')
    .values(
      deviceIds.map((deviceId) => ({
        push_id: id,
        device_id: deviceId,
        state: 'queued',
        created_at: at,
      })),
    )
    .execute();
}

type Which = { pushId: string; deviceId: string };

/** Locks one delivery; null when there is none. */
export async function lockDelivery(tx: Tx, { pushId, deviceId }: Which) {
  const row = await tx
    .selectFrom('baton.push_deliveries as d')
    .innerJoin('baton.pushes as p', 'p.id', 'd.push_id')
    .select(['d.push_id as pushId', 'd.device_id as deviceId', 'd.state', 'd.attempts'])
    .select(['d.next_attempt_at as nextAttemptAt', 'd.created_at as createdAt'])
    .select(['p.agent_id as agentId', 'p.pressing'])
    .where('d.push_id', '=', pushId)
    .where('d.device_id', '=', deviceId)
    .forUpdate('d')
    .executeTakeFirst();
  return row ?? null;
}
export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof lockDelivery>>>;

/** One attempt more, and until when nobody else makes one. */
export async function claimDelivery(tx: Tx, which: Which, until: Date): Promise<void> {
  await delivery(tx, which)
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .execute();
}

/** It stays queued and is tried again. */
export async function retryDelivery(tx: Tx, which: Which, at: Date, reason: string): Promise<void> {
  await delivery(tx, which).set({ next_attempt_at: at, reason }).execute();
}

/** What became of it in the end. */
export async function endDelivery(
  tx: Tx,
  which: Which,
  end: { state: 'sent' | 'refused'; reason: string; at: Date },
): Promise<void> {
  await delivery(tx, which)
    .set({ state: end.state, reason: end.reason, ended_at: end.at, next_attempt_at: null })
    .execute();
}

function delivery(tx: Tx, { pushId, deviceId }: Which) {
  return tx
    .updateTable('baton.push_deliveries')
    .where('push_id', '=', pushId)
    .where('device_id', '=', deviceId);
}

/** What became of a push on all devices so far; locks it, so that one of them counts last. */
export async function statesOfPush(tx: Tx, pushId: string): Promise<string[]> {
  await tx.selectFrom('baton.pushes').select('id').where('id', '=', pushId).forUpdate().execute();
  const rows = await tx
    .selectFrom('baton.push_deliveries')
    .select('state')
    .where('push_id', '=', pushId)
    .execute();
  return rows.map(({ state }) => state);
}

/** Deliveries whose time has long come: their job was lost. */
export async function overdueDeliveries(db: Db | Tx, before: Date, limit: number) {
  return db
    .selectFrom('baton.push_deliveries')
    .select(['push_id as pushId', 'device_id as deviceId'])
    .where('state', '=', 'queued')
    .where('created_at', '<', before)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<', before)]))
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** Forgets what was pushed before then. */
export async function forgetPushes(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('baton.pushes').where('created_at', '<', before).execute();
}
