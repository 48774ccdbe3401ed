import type { key } from '@baton/contract';
import type { z } from 'zod';
import type { KeyRow } from './store/keys.ts';

/** A key as the API shows it; never the key itself. */
export function presentKey(row: KeyRow): z.output<typeof key> {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    agent: row.agent && { id: row.agent.id, name: row.agent.name },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
