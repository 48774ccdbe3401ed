import type { Db, Tx } from '../../../platform/context.ts';

export type SignInRules = { secondFactorRequired: boolean; version: number };

/** What the company asks of everybody who signs in. */
export async function signInRules(db: Db | Tx): Promise<SignInRules> {
  return db
    .selectFrom('baton.sign_in_rules')
    .select(['second_factor_required as secondFactorRequired', 'version'])
    .executeTakeFirstOrThrow();
}

/** The same, locked for changing it. */
export async function lockSignInRules(tx: Tx): Promise<SignInRules> {
  return tx
    .selectFrom('baton.sign_in_rules')
    .select(['second_factor_required as secondFactorRequired', 'version'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function putSignInRules(tx: Tx, secondFactorRequired: boolean): Promise<void> {
  await tx
    .updateTable('baton.sign_in_rules')
    .set((row) => ({
      second_factor_required: secondFactorRequired,
      version: row('version', '+', 1),
    }))
    .execute();
}
