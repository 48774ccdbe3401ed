import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, inject, test } from 'vitest';
import { refuseOld, refuseWithoutIcu, startDatabase } from './database.ts';
import { readSettings } from './settings.ts';

const said: string[] = [];
const log = { info: (sentence: string) => said.push(sentence), error: () => {} };
const options = { log, asServer: true };

test('a given database is used as it is and not stopped', async () => {
  const { url } = inject('postgres');
  const database = await startDatabase(readSettings({ DATABASE_URL: url }, '/'), options);
  expect(database).toMatchObject({ url, directUrl: url });
  await database.stop();
  await startDatabase(readSettings({ DATABASE_URL: url }, '/'), options);
});

test('a wrong password or name is told at once, without the password', async () => {
  const wrong = new URL(inject('postgres').url);
  wrong.pathname = '/not_there';
  const settings = readSettings({ DATABASE_URL: wrong.href }, '/');
  await expect(startDatabase(settings, options)).rejects.toThrow(
    /^The database at DATABASE_URL \(.*\/not_there\) cannot be used: database "not_there" does not exist\.$/,
  );
});

test('a database that does not answer is waited for, and then told of', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  const url = `postgresql://me:hidden@127.0.0.1:${port}/baton`;
  const started = performance.now();
  const failure = startDatabase(readSettings({ DATABASE_URL: url }, '/'), {
    ...options,
    patienceMs: 1_000,
  });
  await expect(failure).rejects.toThrow(`127.0.0.1:${port}/baton) cannot be used`);
  await expect(failure).rejects.not.toThrow('hidden');
  expect(performance.now() - started).toBeGreaterThan(900);
  expect(said).toContain('The database at DATABASE_URL does not answer yet; trying again …');
});

test('a PostgreSQL before 15 is refused', () => {
  expect(() => refuseOld('DATABASE_URL', 140_019)).toThrow(
    'The database at DATABASE_URL is PostgreSQL 14; Baton needs PostgreSQL 15 or newer.',
  );
  expect(() => refuseOld('DATABASE_URL', 150_000)).not.toThrow();
  expect(() => refuseWithoutIcu('DATABASE_URL', false)).toThrow('was built without ICU');
  expect(() => refuseWithoutIcu('DATABASE_URL', true)).not.toThrow();
});
