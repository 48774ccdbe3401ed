import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { afterThisFile } from '../../../../../test/cleanup.ts';
import { MailHouse, until } from './testing.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await MailHouse.open();
});

const main = fileURLToPath(new URL('../../../../main.ts', import.meta.url));

/** A whole server of its own, in a process of its own, on the same database and files. */
function startServer(): ChildProcess {
  const { settings, databaseUrl } = house.deps;
  const server = spawn(process.execPath, [main, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      SMTP_PORT: '0',
      DATA_DIR: settings.dataDir,
      DATABASE_URL: databaseUrl,
      SECRET: house.deps.secrets.first,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  afterThisFile(() => server.kill('SIGKILL'));
  return server;
}

/** The process ids of the servers that hold the lock of a mailbox. */
async function readers(): Promise<number[]> {
  const { rows } = await house.deps.pool.query<{ pid: number }>(
    `select substring(application_name from '\\d+')::int as pid
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and application_name like 'baton locks %'
       and datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
}

const subjects = async (id: string) => {
  const rows = await house.deps.db
    .selectFrom('baton.inbound')
    .select(['subject', 'outcome'])
    .where('channel_id', '=', id)
    .execute();
  return rows.flatMap(({ subject }) => (subject === null ? [] : [subject])).toSorted();
};

test('of several servers one reads a mailbox; when it is killed another goes on, and nothing is lost or doubled', async () => {
  const id = await house.channel('two@acme.test', { afterReading: 'mark_read' });
  const servers = [startServer(), startServer()];
  await until(
    () => house.mailbox(id),
    ({ checked_at }) => checked_at !== null,
  );
  expect(await readers()).toHaveLength(1);
  const sent = Array.from({ length: 40 }, (_, n) => `Letter ${String(n).padStart(2, '0')}`);
  const delivering = (async () => {
    for (const subject of sent) await house.dovecot.deliver('two@acme.test', house.letter(subject));
  })();
  await until(
    () => subjects(id),
    (found) => found.length >= 5,
  );
  const [killed] = await readers();
  process.kill(killed!, 'SIGKILL');
  const killedAt = performance.now();
  const [next] = await until(readers, ([pid]) => pid !== undefined && pid !== killed);
  expect(performance.now() - killedAt).toBeLessThan(10_000);
  expect(servers.map(({ pid }) => pid)).toContain(next);
  await delivering;
  await until(
    () => subjects(id),
    (found) => found.length >= sent.length,
  );
  expect(await subjects(id)).toEqual(sent);
  const [{ count } = { count: 0 }] = (
    await house.deps.pool.query(`select count(*)::int as count from baton.inbound`)
  ).rows;
  expect(count).toBe(sent.length);
  await until(
    () => house.dovecot.look('two@acme.test'),
    (messages) => messages.every(({ seen }) => seen),
  );
});
