import { agent, team } from '@baton/contract';
import { ask } from '../../../api/client.ts';
import type { Carried, Change, Standing } from './outcome.ts';

/** Moves something that was seen at a version; the version after it. @throws Refusal */
export async function move({ id }: Carried, change: Change, version: number): Promise<number> {
  const { kind, ...body } = change;
  const after =
    kind === 'team'
      ? await ask(team, `/api/teams/${id}`, { method: 'PATCH', version, body })
      : await ask(agent, `/api/agents/${id}`, { method: 'PATCH', version, body });
  return after.version;
}

/** What is carried, as it stands now: its name, its version, and how it would come back to its place. */
export function placeOf(
  { kind, id }: Carried,
  { teams, agents }: Standing,
): { name: string; level: number; version: number; back: Change } | null {
  if (kind === 'team') {
    const found = teams.find((one) => one.id === id);
    if (!found) return null;
    const { name, level, version, above } = found;
    return { name, level, version, back: { kind, level, above: above?.id ?? null } };
  }
  const found = agents.find((one) => one.id === id);
  if (!found) return null;
  const teamsNow = found.teams.map(({ team: { id: at }, capacity }) => ({ team: at, capacity }));
  return { name: found.name, level: 0, version: found.version, back: { kind, teams: teamsNow } };
}
