import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { testDeps } from '../../test/deps.ts';
import type { Db } from './context.ts';
import { inTransaction } from './db.ts';
import { afterThisFile } from '../../test/cleanup.ts';

test('a statement that comes again is planned once for each connection', async () => {
  const { db } = await oneConnection();
  for (let time = 0; time < 4; time++) await keysOf(db, 'none');
  expect(await callsOf(db, '%baton.settings where key%')).toEqual([3]);
});

test('those used last stay prepared, however many others come', async () => {
  const { db } = await oneConnection();
  const other = (number: number) =>
    sql`select ${sql.lit(`other ${number}`)} from baton.settings`.execute(db);
  for (let number = 0; number < 520; number++) {
    await other(number);
    await other(number);
    await keysOf(db, 'none');
  }
  expect(await callsOf(db, '%baton.settings where key%')).toEqual([519]);
  const others = await callsOf(db, '%other %');
  expect(others).toHaveLength(499);
  // The first had to go; asked for again, it is prepared again in the place of another one.
  await other(0);
  expect(await callsOf(db, "%'other 0'%")).toEqual([1]);
  expect(await callsOf(db, "%'other %")).toHaveLength(499);
});

test('what was refused disturbs nobody when its time to go comes', async () => {
  const { db } = await oneConnection();
  const refused = () => sql`select nothing from baton.settings`.execute(db);
  await expect(refused()).rejects.toThrow('nothing');
  await expect(refused()).rejects.toThrow('nothing');
  for (let number = 0; number < 510; number++) {
    const other = sql`select ${sql.lit(number)} from baton.settings`;
    await other.execute(db);
    expect((await other.execute(db)).rows).toEqual([]);
  }
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

test('nor what is asked at the same time', async () => {
  const { pool } = await oneConnection();
  const client = await pool.connect();
  const read = () => client.query('select * from baton.settings');
  const keys = () => client.query('select key from baton.settings');
  for (const ask of [read, keys, read, keys]) await ask();
  await client.query('alter table baton.settings add column one text');
  const all = await Promise.all([read(), keys(), keys(), keys(), keys()]);
  client.release();
  expect(all.flatMap(({ rows }) => rows)).toEqual([]);
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

/** How often each prepared statement was run of those whose text is like this. */
async function callsOf(db: Db, text: string): Promise<number[]> {
  const { rows } = await sql<{ calls: number }>`
    select (generic_plans + custom_plans)::int as calls from pg_prepared_statements
    where statement like ${sql.lit(text)} and statement not like '%pg_prepared%'`.execute(db);
  return rows.map(({ calls }) => calls);
}

async function keysOf(db: Db, key: string) {
  return sql`select key from baton.settings where key = ${key}`.execute(db);
}
