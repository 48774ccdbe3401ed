import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDeps } from './deps.ts';

test('every call gives a migrated database of its own', async () => {
  const [one, two] = await Promise.all([testDeps(), testDeps()]);
  await sql`insert into baton.settings values ('only here', '1')`.execute(one.db);
  const count = sql<{
    n: number;
  }>`select count(*) as n from baton.settings where key = 'only here'`;
  expect((await count.execute(one.db)).rows).toEqual([{ n: 1 }]);
  expect((await count.execute(two.db)).rows).toEqual([{ n: 0 }]);
});
