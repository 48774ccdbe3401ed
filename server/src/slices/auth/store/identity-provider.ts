import type { Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';

export type ProviderRow = {
  name: string;
  issuer: string;
  clientId: string;
  sealedSecret: string;
  domains: string[];
  active: boolean;
  required: boolean;
  factorValues: string[];
  version: number;
};

/** The provider by which agents may come in; null: none was ever set. */
export async function identityProvider(db: Db | Tx): Promise<ProviderRow | null> {
  const row = await db
    .selectFrom('baton.identity_provider')
    .select(['name', 'issuer', 'client_id as clientId', 'sealed_secret as sealedSecret'])
    .select(['domains', 'active', 'required', 'factor_values as factorValues', 'version'])
    .executeTakeFirst();
  return row ? { ...row, sealedSecret: row.sealedSecret ?? '' } : null;
}

export async function putIdentityProvider(
  tx: Tx,
  provider: Omit<ProviderRow, 'version'>,
): Promise<void> {
  const { name, issuer, domains, active, required } = provider;
  const fields = {
    ...{ name, issuer, domains, active, required },
    client_id: provider.clientId,
    sealed_secret: provider.sealedSecret,
    factor_values: provider.factorValues,
  };
  await tx
    .insertInto('baton.identity_provider')
    .values(fields)
    .onConflict((on) =>
      on.column('one').doUpdateSet((row) => ({
        ...fields,
        version: row('baton.identity_provider.version', '+', 1),
      })),
    )
    .execute();
}

/** Replaces what is sealed, unless it changed meanwhile. */
export async function sealProviderAgain(db: Db, before: string, sealed: string): Promise<void> {
  await db
    .updateTable('baton.identity_provider')
    .set({ sealed_secret: sealed })
    .where('sealed_secret', '=', before)
    .execute();
}

/** The name of the provider by which an agent has to come in; null: they may come in otherwise. */
export async function providerDemandedOf(db: Db | Tx, agentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.identity_provider as p')
    .innerJoin('baton.agents as a', (on) => on.on('a.role', '<>', 'admin'))
    .select('p.name')
    .where('a.id', '=', agentId)
    .where('p.active', '=', true)
    .where('p.required', '=', true)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Ends the sessions of all but administrators who came in otherwise than by the provider. */
export async function endSessionsOfOtherWays(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('baton.auth_sessions')
    .where('way', '<>', 'provider')
    .where('user_id', 'in', (users) =>
      users
        .selectFrom('baton.auth_users as u')
        .innerJoin('baton.agents as a', 'a.id', 'u.agent_id')
        .select('u.id')
        .where('a.role', '<>', 'admin'),
    )
    .execute();
}

/** The agent with a mail address who may come in: active, and not locked out. */
export async function agentWithAddress(
  tx: Tx,
  address: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const row = await tx
    .selectFrom('baton.agents')
    .select(['id', 'name', 'email'])
    .where(({ fn }) => fn('lower', ['email']), '=', address.toLowerCase())
    .where('active', '=', true)
    .where('locked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Gives an agent a sign-in without a password, if they have none at all yet. */
export async function putSignInWithoutPassword(
  tx: Tx,
  agent: { id: string; name: string; email: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.auth_users')
    .values({
      id: newId(),
      agent_id: agent.id,
      name: agent.name,
      email: agent.email.toLowerCase(),
      email_verified: true,
      created_at: now,
      updated_at: now,
    })
    .onConflict((on) => on.column('agent_id').doNothing())
    .execute();
}
