import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDeps } from '../../test/deps.ts';
import { runAlone, withDatabase } from '../../test/template.ts';
import { migrate } from './migrate.ts';

test('two servers that start at once bring an empty database up once', async () => {
  const { url } = inject('postgres');
  const name = `baton_test_${process.pid}_empty`;
  await runAlone(url, `create database ${name} template template0`);
  afterThisFile(() => runAlone(url, `drop database ${name} with (force)`));
  const empty = withDatabase(url, name);
  const done = await Promise.all([migrate(empty), migrate(empty)]);
  expect(done.filter((names) => names.length > 0)).toHaveLength(1);
  expect(done.flat()[0]).toBe('0001_core');
});

test('a database that is up to date is left as it is', async () => {
  const { databaseUrl } = await testDeps();
  expect(await migrate(databaseUrl)).toEqual([]);
});

test('a database that is newer than Baton is refused, with what to do', async () => {
  const { db, databaseUrl } = await testDeps();
  await sql`insert into baton.migrations values ('9999_from_the_future', '')`.execute(db);
  await expect(migrate(databaseUrl)).rejects.toThrow(
    'The database is newer than this Baton: it has 9999_from_the_future',
  );
});
