import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { type TestDeps, testDeps } from '../../test/deps.ts';
import { moveWork } from './work-relay.ts';
import { addWork } from './work.ts';

let deps: TestDeps;
beforeAll(async () => {
  deps = await testDeps();
});

const queued = async () =>
  (
    await sql<{ key: string | null; payload: { turn: number } }>`
      select key, payload from baton_jobs._private_jobs order by id`.execute(deps.db)
  ).rows;

it('moves work once, and of the same key only what was recorded last', async () => {
  await deps.db.transaction().execute((tx) =>
    addWork(tx, [
      { task: 'mail.send', payload: { turn: 1 }, key: 'one' },
      { task: 'mail.send', payload: { turn: 2 } },
      { task: 'mail.send', payload: { turn: 3 }, key: 'one' },
      { task: 'mail.send', payload: { turn: 4 } },
    ]),
  );
  expect(await moveWork(deps.db)).toBe(4);
  expect(await moveWork(deps.db)).toBe(0);
  const jobs = await queued();
  expect(jobs.map(({ payload }) => payload.turn).toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
  expect(jobs.filter(({ key }) => key === 'one')).toHaveLength(1);
});
