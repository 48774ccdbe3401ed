import type { Db, Tx } from '../../../platform/context.ts';

export type NewDevice = {
  id: string;
  agentId: string;
  sessionId: string;
  keyId: string;
  endpoint: string;
  publicKey: string;
  auth: string;
  browser: string | null;
  system: string | null;
  at: Date;
};

/**
 * Keeps the browser in which an agent wants to be told. An address of a browser is there once:
 * whoever is signed in there now is told, and nobody else.
 */
export async function putDevice(tx: Tx, device: NewDevice): Promise<void> {
  const fields = {
    agent_id: device.agentId,
    session_id: device.sessionId,
    key_id: device.keyId,
    public_key: device.publicKey,
    auth: device.auth,
    browser: device.browser,
    system: device.system,
  };
  await tx
    .insertInto('baton.push_devices')
    .values({ id: device.id, endpoint: device.endpoint, created_at: device.at, ...fields })
    .onConflict((on) => on.column('endpoint').doUpdateSet(fields))
    .execute();
}

/** The devices on which an agent is told, the latest first. */
export async function devicesOf(db: Db | Tx, agentId: string) {
  return db
    .selectFrom('baton.push_devices')
    .select(['id', 'session_id as sessionId', 'browser', 'system'])
    .select(['created_at as at', 'told_at as toldAt'])
    .where('agent_id', '=', agentId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}
export type DeviceRow = Awaited<ReturnType<typeof devicesOf>>[number];

/** Where an agent has more devices than anybody uses, the oldest of them are told no more. */
export async function keepFewDevices(tx: Tx, agentId: string, most: number): Promise<void> {
  const old = (await devicesOf(tx, agentId)).slice(most).map(({ id }) => id);
  if (old.length > 0) {
    await tx.deleteFrom('baton.push_devices').where('id', 'in', old).execute();
  }
}

/** Ends one device of an agent. False: there is none. */
export async function deleteDevice(tx: Tx, agentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.push_devices')
    .where('id', '=', id)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A device as it is told: its address and keys, and those of ours that it lets push. */
export async function deviceToTell(db: Db | Tx, id: string) {
  const row = await db
    .selectFrom('baton.push_devices as d')
    .innerJoin('baton.push_keys as k', 'k.id', 'd.key_id')
    .select(['d.id', 'd.agent_id as agentId', 'd.endpoint', 'd.public_key as publicKey', 'd.auth'])
    .select(['k.id as keyId', 'k.public_key as keyPublic', 'k.sealed as keySealed'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Nobody is behind the address of a device any more. */
export async function forgetDevice(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.push_devices').where('id', '=', id).execute();
}

/** The devices that let a pair of keys push are told no more: it cannot be opened. */
export async function forgetDevicesOfKey(tx: Tx, keyId: string): Promise<void> {
  await tx.deleteFrom('baton.push_devices').where('key_id', '=', keyId).execute();
}

export async function setDeviceTold(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('baton.push_devices').set({ told_at: at }).where('id', '=', id).execute();
}
