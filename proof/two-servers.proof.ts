import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { instant } from '../server/src/platform/db.ts';
import { testDeps, testFolder } from '../server/test/deps.ts';
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

const cases = 1000;
const specialists = 7;

test('two servers let a thousand clocks lapse once each, and one does the work of the other that dies', async () => {
  const deps = await testDeps();
  await foundPyramid(deps, [5, specialists, 2]);
  const shared = {
    DATABASE_URL: deps.databaseUrl,
    STORAGE_URL: await folderUrl(),
    SECRET: 'x'.repeat(40),
  };
  const first = await startServer({ ...shared, ...(await itsOwn()) });
  const firstPool = await onlyServer(deps);
  await startServer({ ...shared, ...(await itsOwn()) });

  const due = new Date((await instant(deps.db, deps)).getTime() + 15_000);
  await openAtOnce(deps, cases, due);
  while ((await jobsHeldBy(deps, firstPool)) === 0) await sleep(5);
  await first.kill();
  const abandoned = await jobsHeldBy(deps, firstPool);
  expect(abandoned, 'it was killed in the middle of its jobs').toBeGreaterThan(0);
  const killedAt = performance.now();
  while ((await jobsHeldBy(deps, firstPool)) > 0) await sleep(100);
  const seconds = (performance.now() - killedAt) / 1000;
  expect(seconds, 'until its jobs were taken up').toBeLessThan(60);
  while ((await workLeft(deps)) > 0) await sleep(100);

  const lapsed = await lapses(deps);
  expect(lapsed).toHaveLength(cases);
  expect(lapsed.filter(({ times, level, at }) => times !== 1 || level !== 2 || at < due)).toEqual(
    [],
  );
  const held = await shares(deps, 2);
  expect(held, 'every specialist has a share').toHaveLength(specialists);
  expect(
    Math.max(...held) - Math.min(...held),
    `fair shares: ${held.join(', ')}`,
  ).toBeLessThanOrEqual(1);
  expect(await customersTold(deps), 'each customer is told once').toEqual({
    cases,
    messages: cases,
  });
  const doctor = await batonCommand({ ...shared, ...(await itsOwn()) }, 'doctor');
  expect(doctor.code, doctor.output).toBe(0);
  process.stdout.write(
    `${abandoned} jobs of the dead server taken up after ${seconds.toFixed(1)} s\n`,
  );
});

async function folderUrl(): Promise<string> {
  return pathToFileURL(await testFolder()).href;
}
