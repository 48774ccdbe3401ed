import { expect, test } from 'vitest';
import { testDeps } from '../../../test/deps.ts';
import { upkeep } from './index.ts';

test('upkeep makes room in the access log ahead, on two servers at once and again', async () => {
  const deps = await testDeps();
  const months = async () => {
    const { rows } = await deps.pool.query(
      `select relname from pg_class where relname ~ '^access_log_\\d{4}_\\d{2}$' order by relname`,
    );
    return rows.map((row: { relname: string }) => row.relname);
  };
  const before = await months();
  expect(before).toHaveLength(13);
  const last = before.at(-1)!;
  await deps.pool.query(`drop table baton.${last}`);
  await Promise.all([upkeep(deps, new Date()), upkeep(deps, new Date())]);
  expect(await months()).toEqual(before);
  await deps.pool.query('select baton.prepare_access_log($1)', ['2031-01-31T23:30:00Z']);
  expect(await months()).toContain('access_log_2032_01');
});
