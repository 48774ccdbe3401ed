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
  return sql<boolean>`(${ofCases} or (i.case_id is null and ${ledChannel(actor.id)}))`;
}

/** Which channels as a whole (`baton.channels as ch`) an actor may see: those to which they lead. */
export async function channelScope(db: Db | Tx, actor: Actor): Promise<RawBuilder<boolean>> {
  if ((await scopeOf(db, actor)).all) return sql<boolean>`true`;
  return actor.kind === 'agent' ? ledChannel(actor.id) : sql<boolean>`false`;
}

function ledChannel(agentId: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce(ch.team_id, (select default_team_id from baton.company)) in (
      with recursive led as (
        select id from baton.teams where lead_id = ${agentId}
        union
        select t.id from baton.teams t join led on t.above_id = led.id)
      select id from led)`;
}

/** Whether there is such a case and an actor may see it. */
export async function seesCase(db: Db | Tx, actor: Actor, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from baton.cases as k where k.id = ${caseId}
      and ${await mailScope(db, actor, sql`k.id`)}`.execute(db);
  return rows.length > 0;
}
