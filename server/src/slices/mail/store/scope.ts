import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { scopeOf, visibleTo } from '../../cases/index.ts';

/**
 * Which mail an actor may see (invariant 10): that of the cases they see. A condition on a row with
 * this `case_id`.
 */
export async function mailScope(
  db: Db | Tx,
  actor: Actor,
  caseId: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  const scope = await scopeOf(db, actor);
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`exists (
    select 1 from baton.cases c where c.id = ${caseId} and ${visibleTo(scope)})`;
}

/**
 * The same for `baton.inbound as i` from `baton.channels as ch`: mail that belongs to no case is
 * also for who leads the team to which its channel gives cases, or a team above that one; a key is
 * no such person.
 */
export async function inboundScope(db: Db | Tx, actor: Actor): Promise<RawBuilder<boolean>> {
  const ofCases = await mailScope(db, actor, sql`i.case_id`);
  if (actor.kind !== 'agent') return ofCases;
  return sql<boolean>`(${ofCases} or (i.case_id is null and
    coalesce(ch.team_id, (select default_team_id from baton.company)) in (
      with recursive led as (
        select id from baton.teams where lead_id = ${actor.id}
        union
        select t.id from baton.teams t join led on t.above_id = led.id)
      select id from led)))`;
}
