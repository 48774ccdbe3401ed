import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDeps } from '../../test/deps.ts';
import { openDatabase } from './db.ts';
import { startUpkeep, type Upkeep } from './upkeep.ts';

test('a database that is away is no reason to end: the other parts are tried all the same', async () => {
  const deps = await testDeps();
  const away = openDatabase('postgresql://nobody@127.0.0.1:1/nothing', 1);
  afterThisFile(() => away.db.destroy());
  const here = deps.db;
  deps.db = away.db;
  const done: string[] = [];
  const upkeep = await startUpkeep(
    deps,
    [async () => void done.push('while away')],
    [async () => void done.push('beside, while away')],
  );
  await upkeep.stop();
  expect(done).toEqual([]);
  deps.db = here;
  await (await startUpkeep(deps, [async () => void done.push('back')])).stop();
  expect(done).toEqual(['back']);
});

test('one part that fails does not keep the others from being done', async () => {
  const done: string[] = [];
  const fails: Upkeep = () => Promise.reject(new Error('no'));
  const works: Upkeep = async () => void done.push('done');
  await (await startUpkeep(await testDeps(), [fails, works])).stop();
  expect(done).toEqual(['done']);
});

test('the start does not wait for what runs beside, but the end does', async () => {
  const done: string[] = [];
  const begun = Promise.withResolvers<void>();
  const long: Upkeep = async (_deps, _now, stopping) => {
    begun.resolve();
    await new Promise((resolve) => stopping.addEventListener('abort', resolve));
    done.push('given up');
  };
  const upkeep = await startUpkeep(await testDeps(), [], [long]);
  await begun.promise;
  expect(done).toEqual([]);
  await upkeep.stop();
  expect(done).toEqual(['given up']);
});
