import type { Db } from '../../platform/context.ts';
import type { Limit } from '../../platform/ranks.ts';
import { notFound } from '../../platform/refusals.ts';
import { asAgent } from './identity.ts';
import { knownAgent } from './store/sign-ins.ts';

/**
 * What an agent may.
 * @throws Problem not_found
 */
export async function limitsOfAgent(db: Db, agentId: string): Promise<Limit[]> {
  const agent = await knownAgent(db, agentId);
  if (!agent) throw notFound('agent');
  return asAgent(agent).limits;
}
