import { areas, type Me } from '@baton/contract';
import type { Deps } from '../../platform/context.ts';
import type { Identity } from '../../platform/http-types.ts';
import { rankIn } from '../../platform/ranks.ts';
import { agentView } from '../people/index.ts';

/** Who is asking: how they came in, how far they may go, and as which agent. */
export async function presentMe(deps: Deps, who: Identity): Promise<Me> {
  const { actor, role, name, via, limits } = who;
  return {
    kind: via === 'key' ? 'key' : 'agent',
    name,
    role,
    ranks: Object.fromEntries(areas.map((area) => [area, rankIn(limits, area)])) as Me['ranks'],
    agent: actor.kind === 'agent' ? await agentView(deps.db, actor.id) : null,
  };
}
