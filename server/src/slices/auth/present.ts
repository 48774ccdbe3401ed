import type { CustomRole, key } from '@baton/contract';
import type { z } from 'zod';
import type { CustomRoleRow } from './store/custom-roles.ts';
import type { KeyRow } from './store/keys.ts';

/** A key as the API shows it; never the key itself. */
export function presentKey(row: KeyRow): z.output<typeof key> {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    agent: row.agent && { id: row.agent.id, name: row.agent.name },
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy && { id: row.createdBy.id, name: row.createdBy.name },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export function presentCustomRole({ id, name, areas, agents }: CustomRoleRow): CustomRole {
  return { id, name, areas, agents: agents.map((agent) => ({ id: agent.id, name: agent.name })) };
}
