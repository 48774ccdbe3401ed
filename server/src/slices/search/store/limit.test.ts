import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { afterThisFile } from '../../../../test/cleanup.ts';
import { testDatabase } from '../../../../test/deps.ts';
import { openDatabase } from '../../../platform/db.ts';
import { readWithin } from './limit.ts';

/** A database with so many connections to it. */
async function poolOf(connections: number, url?: string) {
  const { db } = openDatabase(url ?? (await testDatabase()), connections);
  afterThisFile(() => db.destroy());
  return db;
}

test('what nobody waits for any more is ended', async () => {
  const db = await poolOf(3);
  const leaving = new AbortController();
  const reading = readWithin(
    db,
    600_000,
    (tx) => sql`select pg_sleep(600)`.execute(tx),
    leaving.signal,
  );
  const asleep = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and query like 'select pg_sleep(600)%' and state = 'active'`.execute(
      db,
    );
    return rows[0]!.count;
  };
  await expect.poll(asleep).toBe(1);
  leaving.abort();
  expect(await reading).toBeNull();
  expect(await asleep()).toBe(0);
});

test('nothing else on its connection is ended, whenever they go', async () => {
  const db = await poolOf(2);
  for (let round = 0; round < 120; round += 1) {
    const leaving = new AbortController();
    const read = (tx: typeof db) => sql`select pg_sleep(${(round % 5) / 1000})`.execute(tx);
    const reading = readWithin(db, 60_000, read, leaving.signal);
    await sleep(round % 8);
    leaving.abort();
    const next = () => sql`select pg_sleep(0.001)`.execute(db);
    // Each takes a connection as soon as one is free; a stray cancel would refuse it.
    const ended = await Promise.allSettled([reading, next(), next(), next()]);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
  }
});

test('a cancel that gets its connection late meets nobody', async () => {
  const url = await testDatabase();
  const [db, beside] = [await poolOf(2, url), await poolOf(4, url)];
  const lock = (on: typeof db, key: number) =>
    sql`select pg_advisory_xact_lock(${sql.lit(key)})`.execute(on);
  /** Holds a lock until it is let go. */
  const hold = async (key: number) => {
    const tx = await beside.startTransaction().execute();
    await lock(tx, key);
    return () => tx.rollback().execute();
  };
  const waiting = (key: number) => async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
        and query = ${`select pg_advisory_xact_lock(${key})`}`.execute(beside);
    return rows.length;
  };
  const leaving = new AbortController();
  const [endSearch, endOther, endNext] = [await hold(1), await hold(2), await hold(3)];
  const reading = readWithin(db, 60_000, (tx) => lock(tx, 1), leaving.signal);
  await expect.poll(waiting(1)).toBe(1);
  // The other connection is taken; after the search comes whoever takes over its own, then the cancel.
  const other = lock(db, 2);
  await expect.poll(waiting(2)).toBe(1);
  const next = lock(db, 3);
  leaving.abort();
  await endSearch();
  await expect.poll(waiting(3)).toBe(1);
  await endOther();
  // It stands behind the cancel, which then has had its turn.
  await sql`select 1`.execute(db);
  await endNext();
  const ended = await Promise.allSettled([reading, other, next]);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

test('whoever has the only connection is not waited for', async () => {
  const db = await poolOf(1);
  const leaving = new AbortController();
  const reading = readWithin(
    db,
    60_000,
    async (tx) => {
      leaving.abort();
      await sql`select pg_sleep(0.05)`.execute(tx);
      return 'read';
    },
    leaving.signal,
  );
  expect(await reading).toBe('read');
  await expect(readWithin(db, 60_000, async () => 'more', leaving.signal)).resolves.toBeNull();
});
