import { baton } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { giveBack, handAcross, inWork } from '../rules/hand-over.ts';
import { handsOf } from '../rules/hands.ts';
import { type Agent, newAgent } from './company.ts';
import { pick, pickPresent } from './pick.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

const why = { reason: 'absence', summary: null };

function isInWork({ state }: Played): boolean {
  return inWork.some((one) => one === state.status);
}

/** An agent is absent now and then: planned from midnight on, or suddenly. */
export function planAbsences(world: World, agent: Agent, now: Date): void {
  const { random, options } = world;
  if (options.absences <= 0 || !agent.active) return;
  const at = plus(now, random.wait((365 / options.absences) * dayMs));
  const planned = random.chance(0.6);
  const from = planned ? new Date(Math.ceil(at.getTime() / dayMs) * dayMs) : at;
  world.agenda.add(from, (begins) => {
    if (agent.active)
      begin(world, agent, planned ? random.whole(1, 14) : random.whole(1, 5), begins);
    planAbsences(world, agent, plus(begins, 15 * dayMs));
  });
}

function begin(world: World, agent: Agent, days: number, now: Date): void {
  agent.absences++;
  const colleagues = [...world.agents.values()].filter(({ id }) => id !== agent.id);
  const chosen = world.random.chance(0.4) ? world.random.oneOf(colleagues) : null;
  const cover = chosen && world.isPresent(chosen.id) ? chosen : null;
  const moved = moveCases(world, agent, cover, false, now);
  world.agenda.add(plus(now, days * dayMs), (at) => {
    agent.absences--;
    for (const played of moved) offerBack(world, agent, played, at);
    moveStranded(world, at);
  });
}

/** Cases in work go to the cover where that one can hold them, else to the team; or they stay. */
function moveCases(
  world: World,
  agent: Agent,
  cover: Agent | null,
  again: boolean,
  now: Date,
): Played[] {
  const moved: Played[] = [];
  const levels = cover?.teamIds.map((id) => world.house.team(id).level) ?? [];
  for (const played of world.loads.heldBy(agent.id).filter(isInWork)) {
    const team = world.house.team(played.state.teamId);
    const to =
      cover && levels.includes(team.level)
        ? handsOf(world.house, team, cover.id, false, now)
        : pickPresent(world, team, now, [agent.id]);
    if (to) {
      world.change(played, baton, handAcross(played.state, to, why), now);
      moved.push(played);
    } else if (!again) {
      world.change(played, baton, [{ kind: 'owner_absent', owner: agent.id }], now);
    }
  }
  return moved;
}

/** Whoever is back takes about half of what was theirs, where it still stands at that level. */
function offerBack(world: World, agent: Agent, { id }: Played, now: Date): void {
  const played = world.cases.get(id);
  if (!played || !world.isPresent(agent.id) || !world.random.chance(0.5)) return;
  const { state } = played;
  const team = world.house.team(state.teamId);
  const own = agent.teamIds.some((each) => world.house.team(each).level === state.level);
  if (!own || state.ownerId === agent.id || !isInWork(played)) return;
  const hands = handsOf(world.house, team, agent.id, false, now);
  world.change(played, baton, giveBack(state, hands), now);
}

/** Cases that had to stay with somebody absent move as soon as there is somebody. */
function moveStranded(world: World, now: Date): void {
  for (const agent of world.agents.values()) {
    if (agent.absences > 0) moveCases(world, agent, null, true, now);
  }
}

/** Somebody leaves the company, and somebody new comes; leads, covers and the head stay. */
export function planLeaving(world: World, now: Date): void {
  const at = plus(now, world.random.wait(45 * dayMs));
  world.agenda.add(plus(at, hourMs), (then) => {
    const needed = new Set(world.house.teams.flatMap(({ leadId, coverId }) => [leadId, coverId]));
    const others = [...world.agents.values()].filter(
      ({ id, active }) => active && !needed.has(id) && id !== world.house.headId,
    );
    if (others.length > 0) replaceAgent(world, world.random.oneOf(others), then);
    planLeaving(world, then);
  });
}

function replaceAgent(world: World, agent: Agent, now: Date): void {
  for (const played of world.loads.heldBy(agent.id)) {
    const to = pick(world, world.house.team(played.state.teamId), now, [agent.id]);
    world.change(played, baton, handAcross(played.state, to, why), now);
  }
  agent.active = false;
  const heir = newAgent(world.newId('agent'), agent.teamIds, world.random);
  world.agents.set(heir.id, heir);
  planAbsences(world, heir, now);
  moveStranded(world, now);
}
