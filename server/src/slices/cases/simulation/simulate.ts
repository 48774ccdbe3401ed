import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { between, later, plus } from '../../../kernel/instant.ts';
import { isHeld } from '../rules/state.ts';
import { arrive, customerHears } from './customers.ts';
import type { Figures } from './figures.ts';
import type { Options } from './options.ts';
import { noteAct } from './owners.ts';
import { pickPresent } from './pick.ts';
import { planSettings } from './settings.ts';
import { planAbsences, planLeaving } from './staff.ts';
import { noteWake, wakeAt } from './time.ts';
import type { Played } from './played.ts';
import { beginning, World } from './world.ts';

/** Arrivals by the day of the week, Sunday first, and by the hour of the day (UTC). */
const byDay = [0.5, 1.3, 1.2, 1.15, 1.15, 1.1, 0.6];
const hours = [1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 9, 8, 7, 8, 8, 7, 6, 5, 4, 4, 3, 3, 2, 1];
const byHour: Record<string, number> = Object.fromEntries(hours.entries());
/** A case that has been over for so long cannot change any more, and is forgotten. */
const overMs = 45 * dayMs;

/**
 * Plays a company for some days: the same options give the same run.
 * @throws BrokenInvariant as soon as something does not hold that always must
 */
export function simulate(options: Options): Figures {
  const world: World = new World(options, (played, before, events, now) => {
    noteWake(world, played);
    const { state } = played;
    const moved = state.ownerId !== before?.ownerId || state.status !== before?.status;
    if (moved || events.some(({ fact }) => fact.kind === 'accountability_opened')) {
      noteAct(world, played, now);
    }
    for (const { fact } of events) customerHears(world, played, fact, now);
  });
  const end = plus(beginning, options.days * dayMs);
  world.agenda.add(beginning, (now) => liveDay(world, now));
  planSettings(world, beginning);
  planLeaving(world, beginning);
  planCrash(world, beginning);
  for (const agent of world.agents.values()) planAbsences(world, agent, beginning);
  for (
    let next = world.agenda.take();
    next && next.at < end.getTime();
    next = world.agenda.take()
  ) {
    next.act(new Date(next.at));
  }
  for (const played of world.cases.values()) checkAtRest(world, played, end);
  return world.figures;
}

function liveDay(world: World, now: Date): void {
  const { random, options, agenda } = world;
  const open = new Map(world.house.levels.map(({ id }) => [id, 0]));
  for (const played of world.live) {
    const { status, level } = played.state;
    if (status === 'open') open.set(level, open.get(level)! + 1);
    checkAtRest(world, played, now);
  }
  for (const [level, count] of open) world.figures.noteLoad(level, count);
  forgetOld(world, now);
  const count = Math.round(
    options.arrivals * byDay[now.getUTCDay()]! * (0.7 + 0.6 * random.next()),
  );
  for (let nth = 0; nth < count; nth++) {
    const hour = Number(random.weighted(byHour));
    const at = plus(now, Math.floor((hour + random.next()) * hourMs));
    agenda.add(at, (then) => arrive(world, world.newId('customer'), then));
  }
  agenda.add(plus(now, dayMs), (then) => liveDay(world, then));
}

/** Now and then Baton stands still for hours or days; what became due meanwhile comes late. */
function planCrash(world: World, now: Date): void {
  const { random, options, figures } = world;
  if (options.crashes <= 0) return;
  const at = plus(now, random.wait((365 / options.crashes) * dayMs));
  world.agenda.add(at, (then) => {
    figures.downs++;
    world.downUntil = later(
      world.downUntil,
      plus(then, Math.min(random.wait(9 * hourMs), 3 * dayMs)),
    );
    planCrash(world, then);
  });
}

/** What must hold of every case at any moment, also where nothing has happened to it. */
function checkAtRest(world: World, played: Played, now: Date): void {
  const { state } = played;
  world.checkAtRest(played, now);
  const wakes = wakeAt(state);
  if (wakes && wakes < now && now >= world.downUntil) {
    throw world.broken('4: due, and time has not been passed on', played, now);
  }
  if (isHeld(state) && state.status !== 'solved' && !world.isPresent(state.ownerId!)) {
    const team = world.house.team(state.teamId);
    if (pickPresent(world, team, now, [state.ownerId!])) {
      throw world.broken('1: with somebody absent, while others are there', played, now);
    }
  }
}

/** Lets go of what has been over for long, but for a case whose survivor is still kept. */
function forgetOld(world: World, now: Date): void {
  for (const played of world.over) {
    const { events, state } = played;
    if (between(events.at(-1)!.at, now) < overMs) return;
    checkAtRest(world, played, now);
    if (state.status !== 'merged' || !world.cases.has(state.mergedInto ?? '')) {
      world.forget(played);
    }
  }
}
