import { newId } from '../src/platform/ids.ts';
import type { Deps } from '../src/platform/context.ts';
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

/** Founds a company with `sizes` agents in the three teams, each with a capacity of 20. */
export async function foundPyramid(
  { db }: Pick<Deps, 'db'>,
  sizes: [number, number, number] = [2, 2, 1],
): Promise<Pyramid> {
  const now = new Date();
  const names = ['Front line', 'Specialists', 'Executive office'] as const;
  const agents = sizes.map((size) => Array.from({ length: size }, newId)) as Pyramid['agents'];
  const teams = names.map(newId) as Pyramid['teams'];
  const brandId = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('baton.levels')
      .values(
        names.map((name, index) => ({
          id: index + 1,
          name,
          holding_ms: 20 * hourMs,
          resume_at_least_ms: 4 * hourMs,
          waiting_limit_ms: 14 * 24 * hourMs,
        })),
      )
      .execute();
    await tx
      .insertInto('baton.agents')
      .values(
        agents.flatMap((ids, level) =>
          ids.map((id, index) => ({
            id,
            name: `${names[level]} ${index + 1}`,
            email: `${level + 1}.${index + 1}@desk.example`,
            role: index === 0 ? 'lead' : 'agent',
            created_at: now,
          })),
        ),
      )
      .execute();
    for (const level of [2, 1, 0]) {
      await tx
        .insertInto('baton.teams')
        .values({
          id: teams[level]!,
          name: names[level]!,
          level: level + 1,
          lead_id: agents[level]![0]!,
          above_id: teams[level + 1] ?? null,
          above_level: level === 2 ? null : level + 2,
        })
        .execute();
      await tx
        .insertInto('baton.team_members')
        .values(
          agents[level]!.map((agent_id) => ({ team_id: teams[level]!, agent_id, capacity: 20 })),
        )
        .execute();
    }
    await tx.insertInto('baton.brands').values({ id: brandId, name: 'Nordlys' }).execute();
    await tx
      .insertInto('baton.company')
      .values({
        head_id: agents[2][0]!,
        default_team_id: teams[0],
        default_brand_id: brandId,
        first_reply_ms: hourMs,
        confirm_within_ms: 7 * 24 * hourMs,
      })
      .execute();
  });
  return { brandId, teams, agents };
}

/** An agent acting in person. */
export function asAgent(id: string, role: 'agent' | 'lead' | 'admin' = 'agent'): Actor {
  return { kind: 'agent', id, role };
}
