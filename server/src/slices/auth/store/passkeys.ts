import type { Db, Tx } from '../../../platform/context.ts';

export type PasskeyRow = {
  id: string;
  agentId: string;
  name: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
};

const columns = [
  'p.id',
  'p.agent_id as agentId',
  'p.name',
  'p.credential_id as credentialId',
  'p.public_key as publicKey',
  'p.counter',
  'p.transports',
  'p.created_at as createdAt',
  'p.last_used_at as lastUsedAt',
] as const;

export async function insertPasskey(
  tx: Tx,
  key: Omit<PasskeyRow, 'createdAt' | 'lastUsedAt'>,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.passkeys')
    .values({
      id: key.id,
      agent_id: key.agentId,
      name: key.name,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: key.transports,
      created_at: now,
    })
    .execute();
}

/** The passkeys of an agent, the oldest first. */
export async function passkeysOf(db: Db | Tx, agentId: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('baton.passkeys as p')
    .select(columns)
    .where('p.agent_id', '=', agentId)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();
}

/** A passkey of an active agent, locked, by what the browser calls it. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | null> {
  const row = await tx
    .selectFrom('baton.passkeys as p')
    .innerJoin('baton.agents as a', 'a.id', 'p.agent_id')
    .select(columns)
    .where('p.credential_id', '=', credentialId)
    .where('a.active', '=', true)
    .forUpdate('p')
    .executeTakeFirst();
  return row ?? null;
}

export async function notePasskeyUse(tx: Tx, id: string, counter: number, now: Date) {
  await tx
    .updateTable('baton.passkeys')
    .set({ counter, last_used_at: now })
    .where('id', '=', id)
    .execute();
}

/** False: the agent has no such passkey. */
export async function deletePasskey(tx: Tx, agentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.passkeys')
    .where('id', '=', id)
    .where('agent_id', '=', agentId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
