import type { Db, Tx } from '../../../platform/context.ts';

/** A secret in use, one that waits to be proved, and the latest time step of which a code was taken. */
export type AuthenticatorRow = {
  sealed: string | null;
  pending: string | null;
  lastStep: number | null;
};

/** The authenticator of an agent, locked, so that no code counts twice. */
export async function lockAuthenticator(tx: Tx, agentId: string): Promise<AuthenticatorRow | null> {
  const row = await tx
    .selectFrom('baton.authenticators')
    .select(['sealed', 'pending', 'last_step as lastStep'])
    .where('agent_id', '=', agentId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a fresh secret until a code proves that the authenticator has it. */
export async function putPending(tx: Tx, agentId: string, pending: string): Promise<void> {
  await tx
    .insertInto('baton.authenticators')
    .values({ agent_id: agentId, pending })
    .onConflict((on) => on.column('agent_id').doUpdateSet({ pending }))
    .execute();
}

/** What waited is in use from now on; the code that proved it is used. */
export async function putInUse(
  tx: Tx,
  agentId: string,
  { sealed, step }: { sealed: string; step: number },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('baton.authenticators')
    .set({ sealed, pending: null, last_step: step, confirmed_at: now })
    .where('agent_id', '=', agentId)
    .execute();
}

export async function noteStep(tx: Tx, agentId: string, step: number): Promise<void> {
  await tx
    .updateTable('baton.authenticators')
    .set({ last_step: step })
    .where('agent_id', '=', agentId)
    .execute();
}

/** False: there was none in use. */
export async function deleteAuthenticator(tx: Tx, agentId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('baton.authenticators')
    .where('agent_id', '=', agentId)
    .returning('sealed')
    .executeTakeFirst();
  return Boolean(gone?.sealed);
}

/** Those sealed, with whose they are: for sealing them anew under another secret. */
export async function sealedAuthenticators(db: Db) {
  return db
    .selectFrom('baton.authenticators')
    .select(['agent_id as agentId', 'sealed'])
    .where('sealed', 'is not', null)
    .execute();
}

/** Replaces what is sealed, unless it changed meanwhile. */
export async function sealAgain(
  db: Db,
  agentId: string,
  before: string,
  sealed: string,
): Promise<void> {
  await db
    .updateTable('baton.authenticators')
    .set({ sealed })
    .where('agent_id', '=', agentId)
    .where('sealed', '=', before)
    .execute();
}
