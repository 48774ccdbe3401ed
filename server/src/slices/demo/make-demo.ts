import { baton } from '../../kernel/actor.ts';
import { dayMs, minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { instant, runCommand } from '../../platform/db.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { StartError } from '../../platform/start-error.ts';
import { Random } from '../cases/index.ts';
import { createCustomer } from '../customers/index.ts';
import { foundCompany, type PeopleHooks } from '../people/index.ts';
import { planAbsences } from './absences.ts';
import { customer } from './customers.ts';
import { letTimePass, planArrivals, playDay } from './days.ts';
import { found } from './found.ts';
import type { Known } from './public.ts';
import { keepServersOut } from './store/alone.ts';
import { noteDemo, whatIsThere } from './store/emptiness.ts';
import { counts } from './store/state.ts';
import { asOf, World } from './world.ts';

/** How large the demo is: customers, cases, days that end now. */
export type Size = { customers: number; cases: number; days: number };
export const usualSize: Size = { customers: 2000, cases: 5000, days: 92 };

/** What only the wiring knows: what follows from people's changes, and the handlers of all work. */
type Joined = { hooks: PeopleHooks; tasks: Tasks };

type Options = Joined & { size: Size; tell: (line: string) => void };

/** The demo is the same each time, but for the instants. */
const seed = 20_261;

/**
 * Fills an empty database with a company at work, through the commands that people and time use.
 * Nothing leaves: the relay of the settings is not used, and mail stays in the outbox.
 * @throws StartError when the database is not empty
 */
export async function makeDemo(given: Deps, { size, hooks, tasks, tell }: Options): Promise<void> {
  const deps = { ...given, settings: { ...given.settings, smtpUrl: undefined } };
  await refuseUnlessEmpty(deps);
  await foundCompany(deps);
  const letServersIn = await keepServersOut(deps);
  try {
    await noteDemo(deps.db, false);
    await play(deps, { size, hooks, tasks, tell });
    await noteDemo(deps.db, true);
  } finally {
    letServersIn();
  }
}

async function play(deps: Deps, { size, hooks, tasks, tell }: Options): Promise<void> {
  const random = new Random(seed);
  // However long it takes, the last instant lies behind.
  const until = plus(await instant(deps.db, deps), -minuteMs);
  const from = new Date(Math.floor(plus(until, -size.days * dayMs).getTime() / dayMs) * dayMs);
  const world = await prepare(deps, { size, hooks, tasks, random, from, until });
  const days = Math.ceil((until.getTime() - from.getTime()) / dayMs);
  for (let day = 0; day < days; day++) {
    await playDay(world, plus(from, day * dayMs), until);
    if (day % 7 !== 6 && day !== days - 1) continue;
    const { cases, messages } = await counts(deps.db);
    tell(`day ${day + 1} of ${days}: ${cases} cases, ${messages} messages`);
  }
  await letTimePass(world, deps, await instant(deps.db, deps));
}

async function prepare(
  deps: Deps,
  {
    size,
    hooks,
    tasks,
    random,
    from,
    until,
  }: { size: Size; hooks: PeopleHooks; tasks: Tasks; random: Random; from: Date; until: Date },
): Promise<World> {
  const before = asOf(deps, from);
  const founded = await found(before, hooks, from);
  const world = new World(deps, tasks, founded, random);
  const customers = await runCommand(before, baton, async (ctx) => {
    const known: Known[] = [];
    for (let nth = 1; nth <= size.customers; nth++) {
      const { name, address, language, zone } = customer(random, nth);
      const identities = [{ kind: 'mail' as const, value: address }];
      const id = await createCustomer(ctx, { name, language, zone, identities });
      known.push({ id, name, address, language, zone });
    }
    return known;
  });
  planArrivals(world, { from, until, cases: size.cases, customers });
  planAbsences(world, hooks, { from, until });
  return world;
}

async function refuseUnlessEmpty({ db }: Deps): Promise<void> {
  switch (await whatIsThere(db)) {
    case 'used':
      throw new StartError(
        'The demo goes into an empty database only, and this one is in use. Nothing was changed. ' +
          'Set DATA_DIR to a new folder (or DATABASE_URL to an empty database) for it.',
        2,
      );
    case 'unfinished':
      throw new StartError(
        'A demo was begun here and not completed. Remove its data folder (or empty its database), ' +
          'and run the command again.',
        2,
      );
    case 'empty':
  }
}
