import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { testFolder } from '../../../test/deps.ts';
import { startEmbeddedPostgres } from './index.ts';
import { isAlive } from './process-alive.ts';

let dataDir: string;
let said: string[];
const log = { info: (sentence: string) => said.push(sentence), error: () => {} };

beforeEach(async () => {
  dataDir = join(await testFolder(), 'data');
  said = [];
});

const start = (asServer = true) => startEmbeddedPostgres({ dataDir, log, asServer });
const postmasterPid = () =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

/** A process that starts the database and then waits, to be killed. */
async function otherProcess(asServer: boolean): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../../../test/hold-database.ts');
  const child = fork(program, [dataDir, String(asServer)], { execPath: process.execPath });
  afterThisFile(() => child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}

test('it comes up with what Baton relies on, on a socket only, and keeps its data', async () => {
  const first = await start();
  const [settings] = await query(
    first.url,
    `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listen,
       current_setting('data_checksums') as checksums, current_setting('shared_buffers') as buffers,
       upper('é') as upper, (select datlocprovider from pg_database where datname = 'baton') as locale`,
  );
  expect(settings).toEqual({
    encoding: 'UTF8',
    fsync: 'on',
    commit: 'on',
    listen: '',
    checksums: 'on',
    buffers: '128MB',
    upper: 'É',
    locale: 'b',
  });
  await query(first.url, `create table kept as select 1 as n`);
  const pid = postmasterPid();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  const second = await start();
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
});

test('without its password nobody gets in, and nobody else can read that', async () => {
  const { url, stop } = await start();
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  const path = join(dataDir, 'postgres/cluster/baton-password');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await stop();
});

test('a second server on the same DATA_DIR is refused, and the first goes on', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`Another Baton (process ${process.pid}) already serves`);
  expect(await query(first.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await first.stop();
});

test('commands share the database with the server, and the last to leave stops it', async () => {
  const command = await start(false);
  const pid = postmasterPid();
  const server = await start();
  await command.stop();
  expect(isAlive(pid)).toBe(true);
  const lateCommand = await start(false);
  await server.stop();
  expect(await query(lateCommand.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await lateCommand.stop();
  expect(isAlive(pid)).toBe(false);
});

test('the database that a killed server left is taken over', async () => {
  const killed = await otherProcess(true);
  const pid = postmasterPid();
  killed.kill('SIGKILL');
  const next = await start();
  expect(postmasterPid()).toBe(pid);
  await next.stop();
  expect(isAlive(pid)).toBe(false);
});

test('after a power cut it recovers, though another process has the id that it had', async () => {
  const first = await start();
  await query(first.url, 'create table kept as select 1 as n');
  await first.stop();
  const killed = await otherProcess(true);
  const pid = postmasterPid();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  const notes = ['cluster/postmaster.pid', 'socket/.s.PGSQL.5432.lock'].map((name) =>
    join(dataDir, 'postgres', name),
  );
  const { uid, gid } = statSync(notes[0]!);
  // Another program of the same user, as a small container has them after a restart.
  const innocent = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  for (const note of notes) {
    const [, ...rest] = readFileSync(note, 'utf8').split('\n');
    writeFileSync(note, [innocent.pid, ...rest].join('\n'));
  }
  const second = await start();
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
  innocent.kill();
});

test('a database that dies under the server is brought back', async () => {
  const server = await start();
  process.kill(postmasterPid(), 'SIGKILL');
  await expect
    .poll(() => query(server.url, 'select 1 as n').catch(() => undefined))
    .toEqual([{ n: 1 }]);
  await expect(start()).rejects.toThrow('already serves');
  await server.stop();
});

test('what a killed initialisation left is removed, and done anew', async () => {
  const left = join(dataDir, 'postgres/initdb-999999999-abc');
  mkdirSync(join(left, 'cluster'), { recursive: true });
  writeFileSync(join(left, 'cluster/PG_VERSION'), '18\n');
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  const { url, stop } = await start();
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(() => statSync(left)).toThrow('ENOENT');
  await stop();
});

test('two that begin at the same time make one database', async () => {
  const both = await Promise.all([start(false), start(false)]);
  expect(both[0].url).toBe(both[1].url);
  await Promise.all(both.map((each) => each.stop()));
});

test('the data of another major version is refused, and left as it is', async () => {
  await (await start()).stop();
  const version = join(dataDir, 'postgres/cluster/PG_VERSION');
  writeFileSync(version, '17\n');
  await expect(start()).rejects.toThrow('was written by PostgreSQL 17, and this Baton brings');
  expect(readFileSync(version, 'utf8')).toBe('17\n');
});

test('a DATA_DIR with a path that is too long for a socket works too', async () => {
  dataDir = join(dataDir, 'x'.repeat(60), 'y'.repeat(60));
  mkdirSync(dataDir, { recursive: true });
  chmodSync(join(dataDir, '../..'), 0o711);
  const { url, stop } = await start();
  expect(url).toContain(encodeURIComponent('/tmp/baton-'));
  const folder = new URL(url).searchParams.get('host')!;
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await stop();
  rmSync(folder, { recursive: true });
});

test.runIf(process.getuid?.() === 0)(
  'as root below a folder that only root may enter, it lives under /var/lib/baton',
  async () => {
    chmodSync(join(dataDir, '..'), 0o700);
    const first = await start();
    afterThisFile(() => rmSync(first.directory, { recursive: true }));
    expect(first.directory).toMatch(/^\/var\/lib\/baton\/[0-9a-f]{16}$/);
    expect(said).toContainEqual(expect.stringContaining(first.directory));
    await query(first.url, `create table kept as select 1 as n`);
    await first.stop();

    // It stays there, also when the folder is moved or opened to others.
    chmodSync(join(dataDir, '..'), 0o711);
    const moved = `${dataDir}-moved`;
    execFileSync('mv', [dataDir, moved]);
    dataDir = moved;
    const second = await start();
    expect(second.directory).toBe(first.directory);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();

    // A copy of the folder must not get at the same database.
    execFileSync('cp', ['-a', dataDir, `${dataDir}-copy`]);
    dataDir = `${dataDir}-copy`;
    await expect(start()).rejects.toThrow(`is a copy of ${moved}`);
  },
);
