import type { Hands } from '../rules/hand-over.ts';
import { handsOf, lastResorts, standIns } from '../rules/hands.ts';
import type { Team } from '../rules/house.ts';
import { inOrder, isFull, withShifts } from '../rules/pick.ts';
import type { CaseState } from '../rules/state.ts';
import type { World } from './world.ts';

/** Who receives a case for a team now; null when nobody is present who could. */
export function pickPresent(
  world: World,
  team: Team,
  now: Date,
  except: string[] = [],
): Hands | null {
  const present = [...world.agents.values()].filter(
    ({ id, teamIds }) => teamIds.includes(team.id) && world.isPresent(id) && !except.includes(id),
  );
  const candidates = present.map((agent) => ({
    agentId: agent.id,
    capacity: agent.capacity,
    loadInTeam: world.loads.open(agent.id, team.id),
    load: world.loads.open(agent.id),
    lastPickedAt: agent.lastPickedAt.get(team.id) ?? null,
  }));
  const times = new Map(present.map(({ id, time }) => [id, time]));
  const first = inOrder(withShifts(candidates, times, now))[0];
  if (first) {
    world.agent(first.agentId).lastPickedAt.set(team.id, now);
    return handsOf(world.house, team, first.agentId, isFull(first), now);
  }
  const other = standIns(world.house, team, except).find((id) => world.isPresent(id));
  return other ? handsOf(world.house, team, other, false, now) : null;
}

/** The same; where everybody is absent, whoever holds it all the same. */
export function pick(world: World, team: Team, now: Date, except: string[] = []): Hands {
  const present = pickPresent(world, team, now, except);
  if (present) return present;
  const last = lastResorts(world.house, team, except).find((id) => world.agent(id).active);
  if (!last) throw new Error(`nobody is there for ${team.name}`);
  return handsOf(world.house, team, last, false, now);
}

/** The same hands as before if they are present, an heir of the same team otherwise. */
export function sameHands(
  world: World,
  state: Pick<CaseState, 'ownerId' | 'teamId'>,
  now: Date,
): string {
  if (state.ownerId && world.isPresent(state.ownerId)) return state.ownerId;
  return pick(world, world.house.team(state.teamId), now).agent;
}
