import { type Actor, baton } from '../../../kernel/actor.ts';
import { isRefusal } from '../../../kernel/decision.ts';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { merge, release, unmerge } from '../rules/merge.ts';
import { sameHands } from './pick.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

/** Merges a case into another of the same customer, if there is one; now and then it was none. */
export function mergeDuplicate(world: World, from: Played, actor: Actor, now: Date): boolean {
  const { random } = world;
  const into = world
    .casesOf(from.customer)
    .find(
      ({ id, state }) => id !== from.id && ['open', 'waiting', 'solved'].includes(state.status),
    );
  if (!into) return false;
  const decided = merge(from.state, into.state, (state) => world.ruleOf(state), now);
  if (isRefusal(decided)) return world.change(from, actor, decided, now);
  world.change(from, actor, decided.from, now);
  world.change(into, actor, decided.into, now);
  if (random.chance(0.25)) {
    world.agenda.add(plus(now, random.wait(2 * dayMs)), (at) => takeBack(world, from, at));
  }
  return true;
}

function takeBack(world: World, from: Played, now: Date): void {
  const { state, events } = from;
  const was = events.findLast(({ fact }) => fact.kind === 'merged')?.fact;
  if (state.status !== 'merged' || was?.kind !== 'merged') return;
  const survivors: Played[] = [];
  for (let id = state.mergedInto; id;) {
    const survivor = world.cases.get(id)!;
    survivors.push(survivor);
    id = survivor.state.mergedInto;
  }
  const hands = sameHands(world, { ...state, ownerId: was.owner }, now);
  const rule = world.ruleOf({ ...state, ownerId: hands });
  world.change(from, baton, unmerge(state, was, hands, rule, now), now);
  for (const survivor of survivors) world.change(survivor, baton, release(from.id), now);
}
