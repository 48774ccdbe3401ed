import type { Actor } from '../../../kernel/actor.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { dayMs, hourMs, minuteMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { plusWorking } from '../../../kernel/working-time.ts';
import type { CaseFact } from '../events.ts';
import { correct } from '../rules/correct.ts';
import { itWasThanks } from '../rules/ending.ts';
import { setAside } from '../rules/set-aside.ts';
import { setDeadline } from '../rules/set-deadline.ts';
import { solve } from '../rules/solve.ts';
import { reply } from '../rules/speak.ts';
import { wait } from '../rules/wait.ts';
import { mergeDuplicate } from './merging.ts';
import { across, down, up, wrongTopic } from './moving.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

/** What an owner does with a case in work, and how often of a hundred times. */
const usual = {
  reply: 28,
  solve: 36,
  wait: 13,
  up: 4,
  across: 3,
  wrongTopic: 2,
  down: 2,
  setAside: 2,
  urgency: 1,
  deadline: 1,
  stakes: 1,
};
type Act = keyof typeof usual | 'merge' | 'thanks';

/** How much of an owner's time goes by until they come to a case, for each case in their hands. */
const perCaseMs = 8 * minuteMs;
/** So many are forgotten until the clock moves them. */
const forgotten = 0.03;

/** The owner of an open case comes to it after a while of their working time, or forgets it. */
export function noteAct(world: World, played: Played, now: Date): void {
  const nth = ++played.acts;
  const { status, ownerId } = played.state;
  if (status !== 'open' || !ownerId || world.random.chance(forgotten)) return;
  const agent = world.agent(ownerId);
  const ms = world.random.wait(perCaseMs * (1 + world.loads.open(ownerId)));
  world.agenda.add(plusWorking(agent.time, now, ms), (at) => {
    if (played.acts !== nth) return;
    if (world.isPresent(ownerId)) act(world, played, ownerId, at);
    else noteAct(world, played, at);
  });
}

function act(world: World, played: Played, ownerId: string, now: Date): void {
  const chosen = choose(world, played);
  const actor: Actor = { kind: 'agent', id: ownerId, role: 'agent' };
  const done =
    chosen === 'merge'
      ? mergeDuplicate(world, played, actor, now)
      : world.change(played, actor, decide(world, played, chosen, now), now);
  // What could not be done, or was nothing new, is followed by another attempt.
  if (!done || played.state.status === 'open') noteAct(world, played, now);
}

function choose(world: World, played: Played): Act {
  const { random } = world;
  if (played.state.reopening && random.chance(0.5)) return 'thanks';
  if (world.casesOf(played.customer).length > 1 && random.chance(0.4)) return 'merge';
  return random.weighted(usual);
}

function decide(
  world: World,
  { state }: Played,
  chosen: Exclude<Act, 'merge'>,
  now: Date,
): Decision<CaseFact> {
  const { house, random } = world;
  const rule = world.ruleOf(state);
  switch (chosen) {
    case 'reply':
      return reply(state, world.newId('message'), true);
    case 'solve': {
      const ending = { confirmWithinMs: house.confirmWithinMs, remindAfterMs: house.remindAfterMs };
      return solve(state, world.newId('message'), true, ending, rule, now);
    }
    case 'wait': {
      const until = random.chance(0.5) ? null : plus(now, random.whole(1, 9) * dayMs);
      return wait(state, until, rule, now);
    }
    case 'up':
      return up(world, state, now);
    case 'across':
      return across(world, state, now);
    case 'wrongTopic':
      return wrongTopic(world, state, now);
    case 'down':
      return down(world, state, now);
    case 'setAside':
      return setAside(state, 'spam', rule, now);
    case 'urgency': {
      const urgency = random.oneOf(['low', 'normal', 'high', 'urgent'] as const);
      const pressed = { ...state, urgency };
      return correct(state, { urgency }, world.ruleOf(pressed));
    }
    case 'stakes': {
      const pressed = { ...state, highStakes: !state.highStakes };
      return correct(state, { highStakes: pressed.highStakes }, world.ruleOf(pressed));
    }
    case 'deadline':
      return setDeadline(state, plus(now, random.whole(2, 200) * hourMs), rule, now);
    case 'thanks':
      return itWasThanks(state, rule, now);
  }
}
