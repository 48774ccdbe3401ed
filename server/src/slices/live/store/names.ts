import type { Db } from '../../../platform/context.ts';

/** The names of these agents, by id. */
export async function namesOf(db: Db, agentIds: string[]): Promise<Map<string, string>> {
  if (agentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('baton.agents')
    .select(['id', 'name'])
    .where('id', 'in', agentIds)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
