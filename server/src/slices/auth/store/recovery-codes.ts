import type { Tx } from '../../../platform/context.ts';

/** Replaces the recovery codes of an agent, used and unused. */
export async function replaceRecoveryCodes(
  tx: Tx,
  agentId: string,
  hashes: string[],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('baton.recovery_codes').where('agent_id', '=', agentId).execute();
  await tx
    .insertInto('baton.recovery_codes')
    .values(hashes.map((sha256) => ({ agent_id: agentId, sha256, created_at: now })))
    .execute();
}

/** Uses a code up. False: it is none of the agent's, or was used already. */
export async function useRecoveryCode(
  tx: Tx,
  agentId: string,
  sha256: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.recovery_codes')
    .set({ used_at: now })
    .where('agent_id', '=', agentId)
    .where('sha256', '=', sha256)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
