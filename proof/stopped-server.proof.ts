import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { instant } from '../server/src/platform/db.ts';
import { testDeps, type TestDeps, testFolder } from '../server/test/deps.ts';
import { foundPyramid } from '../server/test/pyramid.ts';
import {
  customersTold,
  jobsHeldBy,
  lapses,
  onlyServer,
  openAtOnce,
  shares,
  workLeft,
} from './lapsing.ts';
import { batonCommand, itsOwn, startServer } from './server.ts';

/**
 * Some seconds in the usual tests; `SECONDS_STOPPED=60 npx vitest run --project proof stopped` for more,
 * and then at any moment, in the middle of a transaction perhaps.
 */
const secondsAsked = Number(process.env['SECONDS_STOPPED']) || 0;
const stoppedMs = (secondsAsked || 8) * 1000;
const before = 120;
const meanwhile = 80;
/**
 * What it held in the middle of a transaction comes free when the database ends that, after a minute
 * of silence (platform/patience.ts); everything else goes on at once.
 */
const mostMs = 75_000;

test('two servers, one of which stands still: the other does what is due, and nothing is done twice', async () => {
  const deps = await testDeps();
  await foundPyramid(deps, [5, 7, 2]);
  const shared = {
    DATABASE_URL: deps.databaseUrl,
    STORAGE_URL: pathToFileURL(await testFolder()).href,
    SECRET: 'x'.repeat(40),
  };
  const first = await startServer({ ...shared, ...(await itsOwn()) });
  const firstPool = await onlyServer(deps);
  const second = await startServer({ ...shared, ...(await itsOwn()) });

  await openAtOnce(deps, before, await inMs(deps, 3_000));
  while ((await jobsHeldBy(deps, firstPool)) === 0) await sleep(5);
  first.standStill();
  while (!secondsAsked && (await isInTransaction(deps))) {
    first.goOn();
    await sleep(10);
    first.standStill();
  }
  const stoppedAt = performance.now();
  const held = await jobsHeldBy(deps, firstPool);
  const due = await inMs(deps, 2_000);
  await openAtOnce(deps, meanwhile, due);
  while ((await lapses(deps)).length < before + meanwhile) {
    expect(performance.now() - stoppedAt, 'cases were left with it').toBeLessThan(mostMs);
    await sleep(100);
  }
  const upAfterMs = (await instant(deps.db, deps)).getTime() - due.getTime();
  expect((await fetch(`${second.url}/api/health`)).status, 'the other one serves').toBe(200);
  await sleep(Math.max(0, stoppedMs - (performance.now() - stoppedAt)));
  first.goOn();
  while ((await workLeft(deps)) > 0) await sleep(100);
  await expect.poll(async () => (await fetch(`${first.url}/api/health`)).status).toBe(200);

  const lapsed = await lapses(deps);
  expect(lapsed).toHaveLength(before + meanwhile);
  expect(lapsed.filter(({ times, level }) => times !== 1 || level !== 2)).toEqual([]);
  expect((await shares(deps, 2)).reduce((sum, one) => sum + one, 0)).toBe(before + meanwhile);
  expect(await customersTold(deps), 'each customer is told once').toEqual({
    cases: before + meanwhile,
    messages: before + meanwhile,
  });
  const doctor = await batonCommand({ ...shared, ...(await itsOwn()) }, 'doctor');
  expect(doctor.code, doctor.output).toBe(0);
  process.stdout.write(
    `stood still for ${((performance.now() - stoppedAt) / 1000).toFixed(0)} s with ${held} jobs; ` +
      `what became due meanwhile was up ${(upAfterMs / 1000).toFixed(1)} s later\n`,
  );
}, 240_000);

/** Whether a transaction was left open by whoever stands still. */
async function isInTransaction({ pool }: TestDeps): Promise<boolean> {
  await sleep(300);
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database()
     and xact_start is not null and state_change < clock_timestamp() - interval '0.25 s'`,
  );
  return (rowCount ?? 0) > 0;
}

/** The instant in so many milliseconds. */
async function inMs(deps: TestDeps, ms: number): Promise<Date> {
  return new Date((await instant(deps.db, deps)).getTime() + ms);
}
