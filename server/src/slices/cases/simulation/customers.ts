import type { Actor } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import { confirm, deny, isReopenable } from '../rules/ending.ts';
import { open } from '../rules/open.ts';
import { opensAgain, receive } from '../rules/receive.ts';
import { pick, sameHands } from './pick.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

/** A customer has a problem; now and then it is told twice, in two letters. */
export function arrive(world: World, customer: string, now: Date): void {
  const { house, random } = world;
  const topic = world.topicOfNext();
  const team = house.team(random.chance(0.9) ? topic.teamId : house.defaultTeamId);
  const { urgency } = topic;
  const hands = pick(world, team, now);
  const rule = world.ruleAt(team, hands.agent, { urgency, highStakes: false });
  const opening = {
    customer,
    brand: house.defaultBrandId,
    channel: null,
    topic: topic.id,
    urgency,
    team: team.id,
    level: team.level,
    owner: hands.agent,
    full: hands.full,
    message: world.newId('message'),
    rule: null,
    receipt: true,
  };
  const times = { rule, firstReplyMs: house.firstReplyMs, hours: house.hours(team) };
  world.open(world.newId('case'), customer, open(opening, times, now), now);
  if (random.chance(0.05)) {
    world.agenda.add(plus(now, random.wait(6 * hourMs)), (at) => arrive(world, customer, at));
  }
}

/** What the customer does after something has happened to the case, if anything, and when. */
export function customerHears(world: World, played: Played, fact: CaseFact, now: Date): void {
  const { random } = world;
  const says = (share: number, meanMs: number, automatic = false) => {
    if (!random.chance(share)) return;
    const at = plus(now, random.wait(meanMs));
    world.agenda.add(at, (later) => write(world, played, automatic, later));
  };
  switch (fact.kind) {
    case 'opened':
      says(0.15, 10 * hourMs);
      return says(0.04, 60_000, true);
    case 'replied':
      says(0.15, dayMs);
      return says(0.05, 60_000, true);
    case 'waiting_began':
      return says(0.7, 1.5 * dayMs);
    case 'solved':
      says(0.06, 60_000, true);
      return answerSolution(world, played, now);
    case 'closed':
      return says(0.04, 25 * dayMs);
    case 'set_aside':
      return says(0.1, 3 * dayMs);
    default:
  }
}

function answerSolution(world: World, played: Played, now: Date): void {
  const answers = { confirms: 30, denies: 4, writes: 12, silent: 54 };
  const answer = world.random.weighted(answers);
  if (answer === 'silent') return;
  world.agenda.add(plus(now, world.random.wait(1.5 * dayMs)), (at) => {
    const { state } = played;
    if (answer === 'writes') write(world, played, false, at);
    else if (answer === 'confirms') world.change(played, by(state), confirm(state), at);
    else if (isReopenable(state, at)) {
      const hands = sameHands(world, state, at);
      world.change(played, by(state), deny(state, hands, world.ruleOf(state), at), at);
    }
  });
}

/** A message joins its case, or the one into which that was merged; one that is over opens anew. */
function write(world: World, to: Played, automatic: boolean, now: Date): void {
  let played: Played | undefined = to;
  while (played?.state.mergedInto) played = world.cases.get(played.state.mergedInto);
  if (!played) return;
  const { state } = played;
  if (state.status === 'closed' && !isReopenable(state, now)) {
    if (!automatic) arrive(world, played.customer, now);
    return;
  }
  const message = { id: world.newId('message'), automatic };
  const hands = opensAgain(state, message) ? sameHands(world, state, now) : null;
  world.change(played, by(state), receive(state, message, hands, world.ruleOf(state), now), now);
}

function by({ customerId }: { customerId: string }): Actor {
  return { kind: 'customer', id: customerId };
}
