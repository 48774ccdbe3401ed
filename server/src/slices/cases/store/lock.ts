import type { CaseStatus } from '@baton/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/context.ts';
import type { Standing } from '../policy.ts';
import { type CaseRow } from './rows.ts';
import { scopeOf, visibleTo } from './scope.ts';

export type LockedRow = CaseRow & { now: Date };

/**
 * Locks a case until the end of the transaction and takes the instant after the lock: whoever
 * waited for another's act sees what it did, and acts after it.
 */
export async function lockRow(tx: Tx, id: string): Promise<LockedRow | null> {
  const { rows } = await sql<LockedRow>`
    with locked as materialized (select * from baton.cases where id = ${id} for update)
    select locked.*, clock_timestamp() as now from locked`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Whether anything happened to a case since a version of it was seen, other than that its owner
 * opened it: that tells whoever acts nothing that they should look at first.
 */
export async function hasChanged(
  tx: Tx,
  { id, version }: { id: string; version: number },
  seen: number,
): Promise<boolean> {
  if (seen === version) return false;
  const { rows } = await sql<{ opened: number }>`
    select count(*)::int as opened from baton.case_events
    where case_id = ${id} and seq > ${seen} and kind = 'taken'`.execute(tx);
  return rows[0]!.opened !== version - seen;
}

/** How an actor stands to a case. */
export async function standingOf(tx: Tx, actor: Actor, caseId: string): Promise<Standing> {
  if (!('role' in actor)) return { role: null, sees: true, holds: false, leads: false };
  const scope = await scopeOf(tx, actor);
  const { rows } = await sql<{ holds: boolean; leads: boolean }>`
    with recursive above as (
      select t.id, t.lead_id, t.above_id from baton.teams t
      where t.id = (select team_id from baton.cases where id = ${caseId})
      union
      select t.id, t.lead_id, t.above_id from baton.teams t join above on t.id = above.above_id
    )
    select coalesce(c.owner_id = ${actor.id}, false) as holds,
      exists (select 1 from above where lead_id = ${actor.id}) as leads
    from baton.cases c where c.id = ${caseId} and ${visibleTo(scope)}`.execute(tx);
  const found = rows[0];
  return {
    role: actor.role,
    sees: found !== undefined,
    holds: found?.holds ?? false,
    leads: found?.leads ?? false,
  };
}

/**
 * Locks up to `limit` cases for which time has something to do at `now`, soonest first; those
 * that somebody else has locked are left to them.
 */
export async function lockWoken(tx: Tx, now: Date, limit: number): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select * from baton.cases where wake_at <= ${now}
    order by wake_at limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

/** When time next has something to do to any case; null when there is none. */
export async function nextWake(tx: Pick<Tx, 'selectFrom'>): Promise<Date | null> {
  const row = await tx
    .selectFrom('baton.cases')
    .select('wake_at')
    .where('wake_at', 'is not', null)
    .orderBy('wake_at')
    .limit(1)
    .executeTakeFirst();
  return row?.wake_at ?? null;
}

/** By which version of the settings the clocks of a team's cases run that are this pressing. */
export type ClockGroup = { team: string; urgency: string; highStakes: boolean; mark: string };

/** Locks up to `limit` cases whose clock was set by another version of the settings than is so now. */
export async function lockMisaligned(
  tx: Tx,
  groups: ClockGroup[],
  limit: number,
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select * from baton.cases where id = any(array(
      select m.id from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
        as g(team uuid, urgency text, "highStakes" boolean, mark text)
      cross join lateral (
        (${misaligned(sql`c.clock_rule < g.mark`)} limit ${limit})
        union all (${misaligned(sql`c.clock_rule > g.mark`)} limit ${limit})) m
      limit ${limit}))
    order by id for update skip locked`.execute(tx);
  return rows;
}

/** Two ranges of one index: "is not the same" alone would read all of it. */
function misaligned(differs: RawBuilder<unknown>) {
  return sql`
    select c.id from baton.cases c
    where c.clock_team_id = g.team and c.urgency = g.urgency and c.high_stakes = g."highStakes"
      and c.status in ('open', 'waiting', 'solved', 'set_aside') and ${differs}`;
}

/** Locks all cases of some statuses that an agent holds, in the order of their ids. */
export async function lockHeldBy(
  tx: Tx,
  agentId: string,
  statuses: readonly CaseStatus[],
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select * from baton.cases
    where owner_id = ${agentId} and status = any(${statuses}::text[])
    order by id for update`.execute(tx);
  return rows;
}
