import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { testDeps } from '../../test/deps.ts';
import type { Db } from './context.ts';
import { inTransaction } from './db.ts';
import { afterThisFile } from '../../test/cleanup.ts';

test('a statement is planned once for each connection', async () => {
  const { db } = await oneConnection();
  for (let time = 0; time < 3; time++) await keysOf(db, 'none');
  const { rows } = await sql<{ calls: string }>`
    select (generic_plans + custom_plans)::text as calls from pg_prepared_statements
    where statement like '%baton.settings where key%' and statement not like '%pg_prepared%'`.execute(
    db,
  );
  expect(rows).toEqual([{ calls: '3' }]);
});

test('a migration beside a running server disturbs nobody', async () => {
  const { db } = await oneConnection();
  const read = () => sql`select * from baton.settings`.execute(db);
  const command = () => inTransaction(db, (tx) => sql`select * from baton.settings`.execute(tx));
  await read();
  await sql`alter table baton.settings add column one text`.execute(db);
  expect((await read()).rows).toEqual([]);
  await sql`alter table baton.settings add column two text`.execute(db);
  expect((await command()).rows).toEqual([]);
});

test('behind a pooler nothing is prepared', async () => {
  const { db } = await oneConnection(false);
  await keysOf(db, 'none');
  const { rows } = await sql`select from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([]);
});

async function oneConnection(direct = true) {
  const { databaseUrl } = await testDeps();
  // A process prepares so many statements and no more; other tests of this one had theirs.
  vi.resetModules();
  const { openDatabase } = await import('./db.ts');
  const opened = openDatabase(databaseUrl, 1, direct);
  afterThisFile(() => opened.db.destroy());
  return opened;
}

async function keysOf(db: Db, key: string) {
  return sql`select key from baton.settings where key = ${key}`.execute(db);
}
