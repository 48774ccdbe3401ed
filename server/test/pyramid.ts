import { newId } from '../src/platform/ids.ts';
import type { Deps, Tx } from '../src/platform/context.ts';
import { hourMs } from '../src/kernel/duration.ts';
import type { Actor } from '../src/kernel/actor.ts';

/** A small company: three levels with a team each, agents as asked for, one brand. */
export type Pyramid = {
  brandId: string;
  /** Team ids from the front line to the top. */
  teams: [string, string, string];
  /** Agent ids per team; the first of each leads it. The first of the top heads the company. */
  agents: [string[], string[], string[]];
};

const names = ['Front line', 'Specialists', 'Executive office'] as const;

/** Founds a company with `sizes` agents in the three teams, each with a capacity of 20. */
export async function foundPyramid(
  { db }: Pick<Deps, 'db'>,
  sizes: [number, number, number] = [2, 2, 1],
): Promise<Pyramid> {
  const pyramid: Pyramid = {
    brandId: newId(),
    teams: names.map(newId) as Pyramid['teams'],
    agents: sizes.map((size) => Array.from({ length: size }, newId)) as Pyramid['agents'],
  };
  await db.transaction().execute(async (tx) => {
    await insertPeople(tx, pyramid);
    for (const level of [2, 1, 0] as const) await insertTeam(tx, pyramid, level);
    await tx.insertInto('baton.brands').values({ id: pyramid.brandId, name: 'Nordlys' }).execute();
    await tx
      .insertInto('baton.company')
      .values({
        head_id: pyramid.agents[2][0]!,
        default_team_id: pyramid.teams[0],
        default_brand_id: pyramid.brandId,
        first_reply_ms: hourMs,
        confirm_within_ms: 7 * 24 * hourMs,
      })
      .execute();
  });
  return pyramid;
}

async function insertPeople(tx: Tx, { agents }: Pyramid): Promise<void> {
  const levels = names.map((name, index) => ({
    id: index + 1,
    name,
    holding_ms: 20 * hourMs,
    resume_at_least_ms: 4 * hourMs,
    waiting_limit_ms: 14 * 24 * hourMs,
  }));
  await tx.insertInto('baton.levels').values(levels).execute();
  const people = agents.flatMap((ids, level) =>
    ids.map((id, index) => ({
      id,
      name: `${names[level]} ${index + 1}`,
      email: `${level + 1}.${index + 1}@desk.example`,
      role: index === 0 ? 'lead' : 'agent',
      created_at: new Date(),
    })),
  );
  await tx.insertInto('baton.agents').values(people).execute();
}

async function insertTeam(tx: Tx, { teams, agents }: Pyramid, level: 0 | 1 | 2): Promise<void> {
  const team = teams[level];
  await tx
    .insertInto('baton.teams')
    .values({
      id: team,
      name: names[level],
      level: level + 1,
      lead_id: agents[level][0]!,
      above_id: teams[level + 1] ?? null,
      above_level: level === 2 ? null : level + 2,
    })
    .execute();
  const members = agents[level].map((agent_id) => ({ team_id: team, agent_id, capacity: 20 }));
  await tx.insertInto('baton.team_members').values(members).execute();
}

/** An agent acting in person. */
export function asAgent(id: string, role: 'agent' | 'lead' | 'admin' = 'agent'): Actor {
  return { kind: 'agent', id, role };
}
