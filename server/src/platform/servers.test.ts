import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDeps } from '../../test/deps.ts';
import { proxyTo } from '../../test/proxy.ts';
import { registerServer } from './servers.ts';

test('a connection that hangs does not keep the jobs of servers that are gone from being found', async () => {
  const deps = await testDeps();
  const proxy = await proxyTo(deps.databaseUrl);
  const settings = { ...deps.settings, databaseDirectUrl: proxy.url };
  const times = { checkEveryMs: 50, answerMs: 1500 };
  const registered = await registerServer({ ...deps, settings }, 'this one', times);
  afterThisFile(() => registered.stop());
  proxy.freeze();
  await deps.pool.query(`insert into baton.servers (pool_id) values ('killed')`);
  const known = async () =>
    (await deps.pool.query('select pool_id from baton.servers')).rows.map((row) => row.pool_id);
  await expect.poll(known).toEqual(['this one']);
});

test('a server that is there is left alone by others', async () => {
  const deps = await testDeps();
  const times = { checkEveryMs: 20, answerMs: 10_000 };
  const both = [
    await registerServer(deps, 'one', times),
    await registerServer(deps, 'other', times),
  ];
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { rows } = await deps.pool.query('select pool_id from baton.servers order by pool_id');
  expect(rows).toEqual([{ pool_id: 'one' }, { pool_id: 'other' }]);
  for (const one of both) await one.stop();
  expect((await deps.pool.query('select from baton.servers')).rowCount).toBe(0);
});
