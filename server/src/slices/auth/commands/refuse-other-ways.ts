import type { Db, Tx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { providerDemandedOf } from '../store/identity-provider.ts';

/** @throws Problem provider_required when an agent has to come in by the identity provider */
export async function refuseOtherWays(db: Db | Tx, agentId: string): Promise<void> {
  const name = await providerDemandedOf(db, agentId);
  if (name !== null) throw providerRequired(name);
}

export function providerRequired(name: string): Problem {
  return new Problem('provider_required', { detail: `Here you sign in with ${name}.` });
}
