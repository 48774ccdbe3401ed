import type { AreaRanks, Role } from '@baton/contract';
import type { Identity, SessionState } from '../../platform/http-types.ts';
import { everywhere, lesser, type Limit, only } from '../../platform/ranks.ts';

/** An agent with their role, and what a custom role says for some areas. */
export type KnownAgent = { id: string; name: string; role: Role; areas: AreaRanks | null };

type KnownKey = {
  id: string;
  name: string;
  role: Role;
  scopes: AreaRanks | null;
  agent: KnownAgent | null;
};

/** Who is asking when an agent is signed in. */
export function asAgent(agent: KnownAgent, session: SessionState | null = null): Identity {
  const { id, name, role } = agent;
  return {
    actor: { kind: 'agent', id, role },
    role,
    name,
    via: 'session',
    limits: [limitOf(agent)],
    session,
  };
}

/** Who is asking by a key: the key itself, or the agent as whom it acts, with the lesser of both. */
export function asKey({ agent, ...key }: KnownKey): Identity {
  const limits = [everywhere(key.role), ...(key.scopes ? [only(key.scopes)] : [])];
  if (!agent) {
    const actor = { kind: 'key', id: key.id, role: key.role } as const;
    return { actor, role: key.role, name: key.name, via: 'key', limits, session: null };
  }
  const role = lesser(key.role, agent.role);
  const actor = { kind: 'agent', id: agent.id, role } as const;
  return {
    actor,
    role,
    name: agent.name,
    via: 'key',
    limits: [...limits, limitOf(agent)],
    session: null,
  };
}

function limitOf({ role, areas }: KnownAgent): Limit {
  return { ...everywhere(role), areas: areas ?? {} };
}
