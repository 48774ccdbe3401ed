import type { Me } from '@baton/contract';
import type { Deps } from '../../platform/context.ts';
import type { Identity } from '../../platform/http-types.ts';
import { agentView } from '../people/index.ts';

/** Who is asking: how they came in, with which role, and as which agent. */
export async function presentMe(deps: Deps, { actor, name, via }: Identity): Promise<Me> {
  return {
    kind: via === 'key' ? 'key' : 'agent',
    name,
    role: actor.role,
    agent: actor.kind === 'agent' ? await agentView(deps.db, actor.id) : null,
  };
}
