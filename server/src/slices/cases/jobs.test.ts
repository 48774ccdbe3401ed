import { expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import { dayMs, hourMs, minuteMs } from '../../kernel/duration.ts';
import { readClocks } from './clock-guard.ts';
import { alignAllClocks, startSweep } from './jobs.ts';

async function openedCase(admin: Ask) {
  const opened = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
  });
  return `/api/cases/${opened.body.id}`;
}

test('a clock that was set moves no case; after ten good minutes cases go up again', async () => {
  const { deps, admin } = await testServer();
  const path = await openedCase(admin);
  let set = 0;
  let passed = 0;
  const sweep = startSweep(deps, async () => ({
    databaseMs: passed + set,
    machineMs: passed,
    monotonicMs: passed,
    sinceStartMs: passed,
  }));
  try {
    await expect.poll(sweep.running).toBe(true);
    set = dayMs;
    await expect.poll(sweep.running).toBe(false);
    deps.clock.travel(21 * hourMs);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await admin('GET', path)).body.level).toBe(1);
    passed = 10 * minuteMs;
    const level = async () => (await admin('GET', path)).body.level;
    await expect.poll(level).toBe(2);
    expect(sweep.running()).toBe(true);
  } finally {
    await sweep.stop();
  }
});

test('the clocks of this machine and its database agree as they are', async () => {
  const { deps } = await testServer();
  const [one, two] = [await readClocks(deps), await readClocks(deps)];
  for (const name of ['databaseMs', 'machineMs', 'monotonicMs'] as const) {
    expect(two[name] - one[name]).toBeGreaterThanOrEqual(0);
    expect(two[name] - one[name]).toBeLessThan(minuteMs);
  }
});

test('aligning takes no longer than it may, and goes on where it stopped', async () => {
  const { deps, admin } = await testServer();
  const path = await openedCase(admin);
  await deps.pool.query('update baton.levels set holding_ms = $1 where id = 1', [8 * hourMs]);
  expect(await alignAllClocks(deps, 0)).toBe(false);
  expect(await alignAllClocks(deps, 0)).toBe(true);
  expect((await admin('GET', path)).body.clock.holdingTime).toBe('PT8H');
});

test('a new holding time stands though the due instants could not be moved at once', async () => {
  const { deps, admin } = await testServer();
  const path = await openedCase(admin);
  await deps.pool.query('alter table baton.case_events rename to away');
  const changed = await admin('PATCH', '/api/levels/1', { holdingTime: 'PT8H' });
  expect(changed).toMatchObject({ status: 200, body: { holdingTime: 'PT8H' } });
  await deps.pool.query('alter table baton.away rename to case_events');
  const sweep = startSweep(deps);
  const holding = async () => (await admin('GET', path)).body.clock.holdingTime;
  try {
    await expect.poll(holding).toBe('PT8H');
  } finally {
    await sweep.stop();
  }
});
