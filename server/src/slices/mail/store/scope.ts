import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { scopeOf, visibleTo } from '../../cases/index.ts';

/**
 * Which mail an actor may see (invariant 10): that of the cases they see; mail that belongs to no
 * case is for leads, readers and administrators. A condition on a row with this `case_id`.
 */
export async function mailScope(
  db: Db | Tx,
  actor: Actor,
  caseId: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  const scope = await scopeOf(db, actor);
  if (scope.all) return sql<boolean>`true`;
  const caseless = 'role' in actor && actor.role === 'lead';
  return sql<boolean>`(
    (${caseId} is null and ${caseless})
    or exists (select 1 from baton.cases c where c.id = ${caseId} and ${visibleTo(scope)}))`;
}
