import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type Level = {
  id: number;
  holdingMs: number;
  resumeAtLeastMs: number;
  waitingLimitMs: number;
};

export type Team = {
  id: string;
  name: string;
  level: number;
  leadId: string;
  coverId: string | null;
  aboveId: string | null;
};

/** The pyramid as it stands, read at once: every act on a case needs some of it. */
export type House = {
  headId: string;
  defaultTeamId: string;
  defaultBrandId: string;
  firstReplyMs: number;
  confirmWithinMs: number;
  remindAfterMs: number;
  taskWithinMs: number;
  team: (id: string) => Team;
  level: (id: number) => Level;
  levels: Level[];
};

type Row = Omit<House, 'team' | 'level'> & { teams: Team[] };

/** Reads the pyramid and the defaults of the house; teams are few, cases are many. */
export async function houseOf(db: Db | Tx): Promise<House> {
  const { rows } = await sql<Row>`
    select head_id as "headId", default_team_id as "defaultTeamId",
      default_brand_id as "defaultBrandId", first_reply_ms as "firstReplyMs",
      confirm_within_ms as "confirmWithinMs",
      remind_after_ms as "remindAfterMs", task_within_ms as "taskWithinMs",
      (select jsonb_agg(jsonb_build_object('id', l.id, 'holdingMs', l.holding_ms,
        'resumeAtLeastMs', l.resume_at_least_ms, 'waitingLimitMs', l.waiting_limit_ms)
        order by l.id) from baton.levels l) as levels,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'level', t.level,
        'leadId', t.lead_id, 'coverId', t.cover_id, 'aboveId', t.above_id))
        from baton.teams t) as teams
    from baton.company`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('the company was not founded');
  const teams = new Map(row.teams.map((team) => [team.id, team]));
  const levels = new Map(row.levels.map((level) => [level.id, level]));
  return {
    ...row,
    team: (id) => known(teams.get(id), `team ${id}`),
    level: (id) => known(levels.get(id), `level ${id}`),
  };
}

function known<T>(found: T | undefined, what: string): T {
  if (!found) throw new Error(`${what} is missing`);
  return found;
}
