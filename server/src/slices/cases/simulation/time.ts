import { baton } from '../../../kernel/actor.ts';
import { answerableFor } from '../rules/hands.ts';
import type { CaseState } from '../rules/state.ts';
import { hasLapsed, type Surroundings, timePasses } from '../rules/time-passes.ts';
import { pick } from './pick.ts';
import type { Played } from './played.ts';
import type { World } from './world.ts';

/** When time next does something to a case: what the column `wake_at` says (docs/adr/0010). */
export function wakeAt(state: CaseState): Date | null {
  const { clock, firstReply, status } = state;
  const unmet = !firstReply.metAt && !firstReply.missedAt;
  const replies = unmet && (status === 'open' || status === 'waiting') ? firstReply.due : null;
  const { resumeAt, closeAt, remindAt, untakenAt } = state;
  let next: Date | null = null;
  for (const at of [clock.due, clock.warnAt, resumeAt, closeAt, remindAt, untakenAt, replies]) {
    if (at && (!next || at < next)) next = at;
  }
  return next;
}

/** Notes when time next does something to a case; what was noted before is void. */
export function noteWake(world: World, played: Played): void {
  const nth = ++played.wakes;
  const at = wakeAt(played.state);
  if (at) world.agenda.add(at, (now) => played.wakes === nth && wake(world, played, now));
}

function wake(world: World, played: Played, now: Date): void {
  if (now < world.downUntil) {
    const nth = ++played.wakes;
    world.agenda.add(world.downUntil, (later) => {
      if (played.wakes === nth) wake(world, played, later);
    });
    return;
  }
  world.change(played, baton, timePasses(played.state, around(world, played.state, now), now), now);
  const again = timePasses(played.state, around(world, played.state, now), now);
  if (again.length > 0) throw world.broken('4: time passes twice at one instant', played, now);
}

function around(world: World, state: CaseState, now: Date): Surroundings {
  const { house } = world;
  const team = house.team(state.teamId);
  const above = hasLapsed(state, now) ? house.above(team) : null;
  const to = above && pick(world, above, now);
  const rule = world.ruleOf(state);
  return {
    lead: team.leadId,
    rule,
    above: to && { ...to, rule: world.ruleAt(above, to.agent, state) },
    answerable: answerableFor(house, team, state.ownerId),
    next: house.ruleAt(team, state, rule.recipients),
  };
}
