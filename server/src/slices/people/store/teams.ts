import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { byName } from '../../../platform/by-name.ts';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { putMemberships } from './members.ts';

export type TeamRow = {
  id: string;
  name: string;
  level: number;
  leadId: string;
  coverId: string | null;
  aboveId: string | null;
  aboveLevel: number | null;
  /** Raised by every change; who belongs to it counts as well. */
  version: number;
};

/** Without its version, which begins at 1. */
export type NewTeamRow = Omit<TeamRow, 'version'>;

export async function teamById(db: Db | Tx, id: string): Promise<TeamRow | null> {
  const row = await teams(db).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The team of this name, without regard to case. */
export async function teamByName(db: Db | Tx, name: string): Promise<TeamRow | null> {
  const row = await teams(db)
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row ?? null;
}

export async function teamsAtLevel(db: Db | Tx, level: number): Promise<TeamRow[]> {
  return teams(db).where('level', '=', level).execute();
}

/** The teams that pass up to this one. */
export async function teamsBelow(db: Db | Tx, id: string): Promise<TeamRow[]> {
  return teams(db).where('above_id', '=', id).execute();
}

/** The names of the teams in which an agent is lead, and in which cover. */
export async function officesOf(
  db: Db | Tx,
  agentId: string,
): Promise<{ leads: string[]; covers: string[] }> {
  const found = await teams(db)
    .where((where) => where.or([where('lead_id', '=', agentId), where('cover_id', '=', agentId)]))
    .orderBy('level')
    .execute();
  return {
    leads: found.filter((team) => team.leadId === agentId).map((team) => team.name),
    covers: found.filter((team) => team.coverId === agentId).map((team) => team.name),
  };
}

/** Whether a clock that began with a team still runs, wherever its case stands by now. */
export async function runsClocks(db: Db | Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from baton.cases
    where clock_team_id = ${id} and status in ('open', 'waiting', 'solved', 'set_aside')
    limit 1`.execute(db);
  return rows.length > 0;
}

function teams(db: Db | Tx) {
  return db
    .selectFrom('baton.teams')
    .select(['id', 'name', 'level', 'lead_id as leadId', 'cover_id as coverId'])
    .select(['above_id as aboveId', 'above_level as aboveLevel', 'version']);
}

/** Teams with the names of their people, by level and name, one beyond `limit`. */
export async function listTeams(
  db: Db | Tx,
  limit: number,
  after: readonly [number, string, string] | undefined,
): Promise<TeamWithMembers[]> {
  let query = teamsWithMembers(db)
    .orderBy('t.level')
    .orderBy('sort')
    .orderBy('t.id')
    .limit(limit + 1);
  if (after) {
    query = query.where(
      sql<boolean>`(t.level, ${byName('t.name')}, t.id)
        > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`,
    );
  }
  return query.execute();
}

export async function teamWithMembers(db: Db | Tx, id: string): Promise<TeamWithMembers | null> {
  const row = await teamsWithMembers(db).where('t.id', '=', id).executeTakeFirst();
  return row ?? null;
}

function teamsWithMembers(db: Db | Tx) {
  return db
    .selectFrom('baton.teams as t')
    .innerJoin('baton.agents as lead', 'lead.id', 't.lead_id')
    .leftJoin('baton.agents as cover', 'cover.id', 't.cover_id')
    .leftJoin('baton.teams as above', 'above.id', 't.above_id')
    .select(['t.id', 't.name', 't.level', 't.version', 't.lead_id', 'lead.name as lead_name'])
    .select(['t.cover_id', 'cover.name as cover_name', 't.above_id', 'above.name as above_name'])
    .select(byName('t.name').as('sort'))
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('baton.team_members as m')
          .innerJoin('baton.agents as a', 'a.id', 'm.agent_id')
          .select(['a.id', 'a.name', 'm.capacity'])
          .whereRef('m.team_id', '=', 't.id')
          .orderBy(byName('a.name')),
      ).as('members'),
    );
}
export type TeamWithMembers = Awaited<
  ReturnType<ReturnType<typeof teamsWithMembers>['execute']>
>[number];

export async function insertTeam(tx: Tx, team: NewTeamRow): Promise<void> {
  await tx
    .insertInto('baton.teams')
    .values({ id: team.id, ...toColumns(team) })
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** Writes a team anew, as its next version. */
export async function updateTeam(tx: Tx, team: TeamRow): Promise<void> {
  await tx
    .updateTable('baton.teams')
    .set(toColumns(team))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', team.id)
    .execute();
  rememberChanged(tx, { pyramid: true });
}

/** Sets the team above for all teams of a level, when a level grows over them. */
export async function liftTeams(tx: Tx, level: number, above: NewTeamRow): Promise<void> {
  await tx
    .updateTable('baton.teams')
    .set({ above_id: above.id, above_level: above.level })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('level', '=', level)
    .execute();
}

/** Takes the level's teams away from over the teams below, when the level is taken away. */
export async function lowerTeams(tx: Tx, level: number): Promise<void> {
  await tx
    .updateTable('baton.teams')
    .set({ above_id: null, above_level: null })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('above_level', '=', level)
    .execute();
}

export async function deleteTeamRow(tx: Tx, id: string): Promise<void> {
  await putMemberships(tx, { teamId: id }, []);
  await tx.deleteFrom('baton.teams').where('id', '=', id).execute();
  rememberChanged(tx, { pyramid: true });
}

function toColumns(team: NewTeamRow) {
  return {
    name: team.name,
    level: team.level,
    lead_id: team.leadId,
    cover_id: team.coverId,
    above_id: team.aboveId,
    above_level: team.aboveLevel,
  };
}
