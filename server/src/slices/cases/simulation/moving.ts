import { type Decision, isRefusal, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { correct } from '../rules/correct.ts';
import { handAcross, handDown, passUp } from '../rules/hand-over.ts';
import { handsOf } from '../rules/hands.ts';
import type { Team } from '../rules/house.ts';
import type { CaseState } from '../rules/state.ts';
import { pick, pickPresent } from './pick.ts';
import type { World } from './world.ts';

type Deciding = (world: World, state: CaseState, now: Date) => Decision<CaseFact>;

const nobody = refuse('no_one_to_hold_it', 'Nobody else is there to take the case.');

function why(world: World, reason: string) {
  return { reason, summary: world.newId('message') };
}

/** To the next level; refused at the top. */
export const up: Deciding = (world, state, now) => {
  const above = world.house.above(world.house.team(state.teamId));
  const hands = above && pick(world, above, now);
  const to = hands && { ...hands, rule: world.ruleAt(above, hands.agent, state) };
  return passUp(state, world.ruleOf(state), to, why(world, 'beyond_my_authority'), now);
};

/** To a colleague of the same team: somebody in particular, or the next. */
export const across: Deciding = (world, state, now) => {
  const team = world.house.team(state.teamId);
  const to = world.random.chance(0.5)
    ? someone(world, state, (one) => one.id === team.id, now)
    : pickPresent(world, team, now, state.ownerId ? [state.ownerId] : []);
  return to ? handAcross(state, to, why(world, 'workload')) : nobody;
};

/** To the team of the right topic, where that stands at the same level. */
export const wrongTopic: Deciding = (world, state, now) => {
  const topic = world.random.oneOf(world.topics);
  const team = world.house.team(topic.teamId);
  const corrected = correct(state, { topic: topic.id });
  if (team.level !== state.level || isRefusal(corrected)) return corrected;
  const to = pickPresent(world, team, now, state.ownerId ? [state.ownerId] : []);
  if (!to) return nobody;
  const moved = handAcross(state, to, why(world, 'wrong_topic'));
  return isRefusal(moved) ? moved : [...corrected, ...moved];
};

/** To somebody of a lower level. */
export const down: Deciding = (world, state, now) => {
  const to = someone(world, state, ({ level }) => level < state.level, now);
  return to ? handDown(state, to, why(world, 'can_be_done_below')) : nobody;
};

/** Anybody present but the owner, in a team that fits. */
function someone(world: World, state: CaseState, fits: (team: Team) => boolean, now: Date) {
  const teams = world.house.teams.filter(fits);
  const choices = [...world.agents.values()].flatMap(({ id, teamIds }) =>
    id !== state.ownerId && world.isPresent(id)
      ? teams.filter((team) => teamIds.includes(team.id)).map((team) => ({ id, team }))
      : [],
  );
  if (choices.length === 0) return null;
  const { id, team } = world.random.oneOf(choices);
  return handsOf(world.house, team, id, false, now);
}
