import { dayMs, hourMs, minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import { isOpen } from '../../kernel/working-time.ts';
import type { Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { offersFor, sweep, sweepAbsences, takeCase } from '../cases/index.ts';
import { setSeen } from '../notices/index.ts';
import { hoursOf } from './company.ts';
import { type Known, problem, writeAnew } from './public.ts';
import { actorOf, takeWhatIsOffered, workOn } from './staff.ts';
import { dueBy } from './store/state.ts';
import { stretchMs, type World } from './world.ts';

/** How much comes at each hour of a day, in the company's zone, and on each day of the week. */
const byHour = [1, 1, 0, 0, 0, 1, 3, 7, 11, 12, 11, 9, 7, 8, 8, 7, 6, 6, 5, 5, 5, 4, 3, 2];
const byWeekday = [5, 13, 12, 11, 11, 10, 6];

export type Plan = { from: Date; until: Date; cases: number; customers: Known[] };

/** Notes all problems that customers are going to have, as they come over weeks and days. */
export function planArrivals(world: World, { from, until, cases, customers }: Plan): void {
  const { random } = world;
  const hours: { at: Date; weight: number }[] = [];
  for (let at = from; at < until; at = plus(at, hourMs)) {
    const weight = byHour[(at.getUTCHours() + 1) % 24]! * byWeekday[at.getUTCDay()]!;
    hours.push({ at, weight });
  }
  const all = hours.reduce((sum, { weight }) => sum + weight, 0);
  let owed = 0;
  for (const { at, weight } of hours) {
    for (owed += (weight / all) * cases; owed >= 1; owed--) {
      const then = new Date(Math.min(plus(at, random.whole(0, hourMs)).getTime(), until.getTime()));
      world.plan(then, (now) => begin(world, random.oneOf(customers), now));
    }
  }
}

/** Most write a letter, some call or come by, where somebody takes it down. */
async function begin(world: World, who: Known, now: Date): Promise<void> {
  const { random, founded } = world;
  const present = founded.people.filter(
    ({ level, shift }) => level === 1 && isOpen(hoursOf(shift), now),
  );
  if (present.length === 0 || random.chance(0.6)) return writeAnew(world, who, now);
  const { talk, subject, text } = problem(world, who.language);
  const topic = founded.topics.byTalk.get(talk)!;
  const told = { customer: { id: who.id }, subject, text, topic, files: [], facts: [] };
  await world.open(now, actorOf(random.oneOf(present)), (ctx) => takeCase(ctx, told));
}

/** Plays one day from its beginning to its end, or until the play ends. */
export async function playDay(world: World, day: Date, until: Date): Promise<void> {
  planShifts(world, day);
  const end = Math.min(plus(day, dayMs).getTime(), until.getTime());
  for (let at = day; at.getTime() < end; at = plus(at, stretchMs)) {
    await letTimePass(world, world.at(at), at);
    await world.pass(at);
  }
}

/** What time does: absences, lapses, warnings, and the mail that follows from them. */
export async function letTimePass(world: World, deps: Deps, now: Date): Promise<void> {
  const { absences, cases } = await dueBy(deps.db, now);
  if (absences) await sweepAbsences(deps);
  if (cases) await sweep(deps);
  if (absences || cases) await world.followAll(deps);
}

/** Each agent looks into their hands again and again while they are on shift. */
function planShifts(world: World, day: Date): void {
  const { random } = world;
  for (const who of world.founded.people) {
    const hours = hoursOf(who.shift);
    let begun = false;
    for (let at = plus(day, random.whole(0, 60) * minuteMs); at < plus(day, dayMs);) {
      if (isOpen(hours, at)) {
        if (!begun) world.plan(at, (now) => arriveAtWork(world, who, now));
        begun = true;
        world.plan(at, (now) => workOn(world, who, now));
      }
      at = plus(at, random.whole(25, 65) * minuteMs);
    }
  }
}

/** At the beginning of a day an agent reads what there is to know, and takes back what was theirs. */
async function arriveAtWork(
  world: World,
  who: World['founded']['people'][number],
  now: Date,
): Promise<void> {
  const deps = world.at(now);
  await runCommand(deps, actorOf(who), (ctx) => setSeen(ctx.tx, who.id, {}, now));
  const offers = await offersFor(deps.db, who.id);
  const own = offers.filter((one) => one.before_id === who.id).map((one) => one.case_id);
  await takeWhatIsOffered(world, who, own, now);
}
