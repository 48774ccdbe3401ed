import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dayMs } from '../server/src/kernel/duration.ts';
import { openDatabase } from '../server/src/platform/db.ts';
import { Problem } from '../server/src/platform/problem.ts';
import { moveStranded, sweepAbsences } from '../server/src/slices/cases/absence-sweep.ts';
import { leftWithAbsent } from '../server/src/slices/cases/store/stranded.ts';
import { sweep } from '../server/src/slices/cases/jobs.ts';
import { checks } from '../server/src/wiring.ts';
import { afterThisFile } from '../server/test/cleanup.ts';
import { testDeps } from '../server/test/deps.ts';
import { foundPyramid } from '../server/test/pyramid.ts';
import { acts, open, type Stage } from './acts.ts';
import { inviteCustomers } from './customers.ts';
import { chance as chanceOf, type Chance } from './random.ts';

const connections = 16;
const opened = 2000;
const acted = 4000;

/** What an act may be refused with because somebody else was quicker. */
const beaten = new Set([
  ...['not_owner', 'not_found', 'wrong_status', 'at_the_top', 'waiting_limit', 'forbidden'],
  ...['unknown_reference', 'last_active_agent', 'no_one_to_hold_it'],
  ...['agent_absent', 'already_exists', 'invalid_request'],
]);

test('sixteen at once open, answer, pass on, disable, are away and sweep, and every promise holds', async () => {
  const stage = await setTheStage();
  const outcomes = new Map<string, number>();
  let left = opened + acted;
  const act = async () => {
    for (; left > 0; left--) {
      const mustOpen = stage.caseIds.length === 0 || stage.chance.next() * acted < opened;
      const outcome = await outcomeOf(mustOpen ? open(stage) : drawn(stage.chance)(stage));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, act));
  await sweepAbsences(stage.deps);
  await moveStranded(stage.deps);
  await sweep(stage.deps);
  const met = { ...Object.fromEntries(outcomes), deadlocks: await deadlocks(stage) };
  process.stdout.write(`${JSON.stringify(met)}\n`);
  const failures = [...outcomes.keys()].filter((code) => code !== 'done' && !beaten.has(code));
  expect(failures, `SEED=${stage.chance.seed}`).toEqual([]);
  expect(outcomes.get('done')).toBeGreaterThan(acted / 2);
  for (const { name, find } of checks) {
    expect(await find(stage.deps), `${name}, SEED=${stage.chance.seed}`).toEqual([]);
  }
  // The clock of this proof has leapt ahead, so `doctor` alone would grant them its five minutes.
  const stranded = await leftWithAbsent(stage.deps.db, -365 * dayMs);
  expect(stranded, 'with somebody absent, while others are there').toEqual([]);
  expect(await backInTime(stage), 'events of a case in another order than their instants').toEqual(
    [],
  );
}, 300_000);

async function setTheStage(): Promise<Stage> {
  const given = await testDeps();
  const { db, pool } = openDatabase(given.databaseUrl, connections);
  afterThisFile(() => db.destroy());
  const deps = { ...given, db, pool };
  return {
    deps,
    chance: chanceOf('concurrency'),
    pyramid: await foundPyramid(deps, [6, 4, 3]),
    customers: await inviteCustomers(deps, 100),
    caseIds: [],
  };
}

function drawn(chance: Chance) {
  const sum = acts.reduce((total, [weight]) => total + weight, 0);
  let place = chance.next() * sum;
  return acts.find(([weight]) => (place -= weight) < 0)![1];
}

async function outcomeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    return error instanceof Problem ? error.code : `${(error as Error).stack}`;
  }
}

/** How many deadlocks the database broke; each was tried again. */
async function deadlocks({ deps }: Stage): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select deadlocks as count from pg_stat_database where datname = current_database()`.execute(
    deps.db,
  );
  return rows[0]!.count;
}

/** Cases of which a later event bears an earlier instant. */
async function backInTime({ deps }: Stage) {
  const { rows } = await sql`
    select case_id, seq, kind, at, before from (
      select *, lag(at) over (partition by case_id order by seq) as before
      from baton.case_events) e
    where at < before limit 5`.execute(deps.db);
  return rows;
}
