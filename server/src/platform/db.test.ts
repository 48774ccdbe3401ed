import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDatabase } from '../../test/deps.ts';
import { testServer } from '../../test/http.ts';
import { proxyTo } from '../../test/proxy.ts';
import type { Tx } from './context.ts';
import { inTransaction, openDatabase } from './db.ts';
import { usualLimits } from './patience.ts';

function open(url: string, most: number, limits: Partial<typeof usualLimits> = {}) {
  const opened = openDatabase(url, most, true, { ...usualLimits, ...limits });
  afterThisFile(() => opened.db.destroy());
  return opened.db;
}

const one = (db: ReturnType<typeof open> | Tx) =>
  sql<{ one: number }>`select 1 as one`.execute(db).then(({ rows }) => rows[0]!.one);

/** The server's word arrives between two statements, while nobody asks. */
async function isGone(db: ReturnType<typeof open>, pid: number): Promise<void> {
  const there = () => sql`select from pg_stat_activity where pid = ${pid}`.execute(db);
  await expect.poll(async () => (await there()).rows).toEqual([]);
  await sleep(100);
}

test('a connection that is ended in the middle of a transaction fails that transaction alone', async () => {
  const url = await testDatabase();
  const [db, other] = [open(url, 1), open(url, 1)];
  const failed = inTransaction(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(other);
    await isGone(other, rows[0]!.pid);
    await one(tx);
  });
  await expect(failed).rejects.toMatchObject({ code: 'DATABASE_LOST' });
  expect(await one(db)).toBe(1);
});

test('a request that gets no connection is answered busy', async () => {
  const { deps, admin } = await testServer();
  const { db } = deps;
  deps.db = open(deps.databaseUrl, 1, { connectMs: 3000 });
  await inTransaction(deps.db, async () => {
    const answer = await admin('GET', '/api/agents');
    expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
  });
  expect((await admin('GET', '/api/agents')).status).toBe(200);
  deps.db = db;
});

test('a statement that takes too long is given up, and so is a transaction that idles', async () => {
  const url = await testDatabase();
  const [db, other] = [open(url, 1, { statementMs: 500 }), open(url, 1)];
  const slow = inTransaction(db, (tx) => sql`select pg_sleep(10)`.execute(tx));
  await expect(slow).rejects.toMatchObject({ code: '57014' });
  const idle = inTransaction(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await isGone(other, rows[0]!.pid);
    await one(tx);
  });
  await expect(idle).rejects.toMatchObject({ code: 'DATABASE_LOST' });
  // The limits end with their transaction: a connection may be shared with others by a pooler.
  const { rows } = await sql<{ value: string }>`
    select current_setting('statement_timeout') as value`.execute(db);
  expect(rows).toEqual([{ value: '0' }]);
});

test('a connection that no longer answers is given up and replaced', async () => {
  const proxy = await proxyTo(await testDatabase());
  const db = open(proxy.url, 1, { answerMs: 1500 });
  expect(await one(db)).toBe(1);
  proxy.freeze();
  await expect(one(db)).rejects.toMatchObject({ code: 'DATABASE_LOST' });
  expect(await one(db)).toBe(1);
});
