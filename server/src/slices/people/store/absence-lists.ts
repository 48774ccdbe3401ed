import { type SqlBool, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

type Wanted = {
  agent?: string | undefined;
  team?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  past: boolean;
};

/** Absences with names by their beginning, one beyond `limit`. */
export async function listAbsences(
  db: Db,
  wanted: Wanted,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<AbsenceRow[]> {
  let query = absencesWithNames(db)
    .orderBy('b.from_at')
    .orderBy('b.id')
    .limit(limit + 1);
  if (!wanted.past) query = query.where('b.state', 'in', ['planned', 'running']);
  if (wanted.agent) query = query.where('b.agent_id', '=', wanted.agent);
  if (wanted.team) {
    query = query.where(sql<SqlBool>`b.agent_id in (
      select agent_id from baton.team_members where team_id = ${wanted.team})`);
  }
  if (wanted.from) {
    query = query.where(
      sql<SqlBool>`coalesce(b.ended_at, b.until_at, 'infinity') > ${wanted.from}::timestamptz`,
    );
  }
  if (wanted.until) query = query.where(sql<SqlBool>`b.from_at < ${wanted.until}::timestamptz`);
  if (after) {
    query = query.where(
      sql<SqlBool>`(b.from_at, b.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return query.execute();
}

export async function absenceWithNames(db: Db | Tx, id: string): Promise<AbsenceRow | null> {
  const row = await absencesWithNames(db).where('b.id', '=', id).executeTakeFirst();
  return row ?? null;
}

function absencesWithNames(db: Db | Tx) {
  return db
    .selectFrom('baton.absences as b')
    .innerJoin('baton.agents as a', 'a.id', 'b.agent_id')
    .leftJoin('baton.agents as cover', 'cover.id', 'b.cover_id')
    .select(['b.id', 'b.agent_id', 'a.name as agent_name', 'b.from_at', 'b.until_at', 'b.reason'])
    .select(['b.cover_id', 'cover.name as cover_name', 'b.state', 'b.handed_over_at'])
    .select(['b.ended_at', 'b.version']);
}
export type AbsenceRow = Awaited<
  ReturnType<ReturnType<typeof absencesWithNames>['execute']>
>[number];

/** Everybody who is in a team that an agent leads, or in one below it. */
export async function agentsLedBy(db: Db | Tx, agentId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive led as (
      select id from baton.teams where lead_id = ${agentId}
      union
      select t.id from baton.teams t join led on t.above_id = led.id
    )
    select distinct m.agent_id as id from baton.team_members m join led on led.id = m.team_id
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whether an agent can cover for another: active, holds cases, and belongs to a team at a level at
 * which the other has a team.
 */
export async function canCover(tx: Tx, coverId: string, agentId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from baton.agents a
    where a.id = ${coverId} and a.active and a.role <> 'reader' and exists (
      select 1 from baton.team_members m join baton.teams t on t.id = m.team_id
      join baton.teams theirs on theirs.level = t.level
      join baton.team_members away on away.team_id = theirs.id and away.agent_id = ${agentId}
      where m.agent_id = a.id)`.execute(tx);
  return rows.length > 0;
}
