import type { Db, Tx } from '../../../platform/context.ts';

/** Which second factors an agent has set up. */
export type Factors = {
  authenticator: boolean;
  passkeys: number;
  recoveryCodes: number;
  /** Whether the company asks everybody for one. */
  required: boolean;
};

/** What an agent has set up, and what the company asks for, in one look. */
export async function factorsOf(db: Db | Tx, agentId: string): Promise<Factors> {
  const row = await db
    .selectFrom('baton.sign_in_rules as r')
    .select('r.second_factor_required as required')
    .select((of) => [
      of
        .exists(
          of
            .selectFrom('baton.authenticators')
            .select('agent_id')
            .where('agent_id', '=', agentId)
            .where('sealed', 'is not', null),
        )
        .as('authenticator'),
      of
        .selectFrom('baton.passkeys')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .as('passkeys'),
      of
        .selectFrom('baton.recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .where('used_at', 'is', null)
        .as('recoveryCodes'),
    ])
    .executeTakeFirstOrThrow();
  return {
    authenticator: Boolean(row.authenticator),
    passkeys: row.passkeys ?? 0,
    recoveryCodes: row.recoveryCodes ?? 0,
    required: row.required,
  };
}

/** Takes every second factor of an agent away. */
export async function deleteFactors(tx: Tx, agentId: string): Promise<void> {
  for (const table of ['authenticators', 'passkeys', 'recovery_codes'] as const) {
    await tx.deleteFrom(`baton.${table}`).where('agent_id', '=', agentId).execute();
  }
}
