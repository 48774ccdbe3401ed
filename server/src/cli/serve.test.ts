import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testFolder } from '../../test/deps.ts';
import { bareEnvironment } from '../../test/environment.ts';
import { freePorts } from '../../test/free-ports.ts';

// The command line as a person meets it: processes of their own, on an embedded database.

const program = join(import.meta.dirname, '../main.ts');
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const [port, smtpPort] = await freePorts(2);
  environment = {
    ...bareEnvironment,
    DATA_DIR: join(await testFolder(), 'data'),
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
  };
});

function baton(args: string[], more: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [program, ...args], { env: { ...environment, ...more } });
  afterThisFile(() => child.kill('SIGKILL'));
  return child;
}

/** Runs a command to its end. */
async function run(args: string[], more: Record<string, string> = {}) {
  const child = baton(args, more);
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => (out += String(chunk)));
  child.stderr!.on('data', (chunk) => (err += String(chunk)));
  const [code] = await once(child, 'close');
  return { code: code as number, out: out.trim(), err: err.trim() };
}

/** Delivers a message as a mail server does. */
async function pipe(letter: string, args: string[], more: Record<string, string> = {}) {
  const program = join(import.meta.dirname, '../../../bin/baton');
  const child = spawn(process.execPath, [program, 'deliver', ...args], {
    env: { ...environment, ...more },
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stdin.end(letter);
  const [code] = await once(child, 'close');
  return { code: code as number, out: out.trim() };
}

type Ready = { desk: string; firstAdministrator: string; msg: string };

/** Starts the server and resolves with what it says when it is ready. */
async function serve(): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = baton(['serve']);
  for await (const line of createInterface({ input: child.stdout! })) {
    const entry = JSON.parse(line) as Ready;
    if (entry.msg === 'Baton is ready.') return { child, ready: entry };
  }
  throw new Error('Baton ended before it was ready.');
}

const health = async () =>
  (await fetch(`http://127.0.0.1:${environment.PORT}/api/health`)).json() as Promise<object>;

async function ends(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code as number | null;
}

test('it starts from nothing, says where it is, answers, and stops when it is asked to', async () => {
  const { child, ready } = await serve();
  expect(ready.desk).toBe(`http://localhost:${environment.PORT}`);
  expect(ready.firstAdministrator).toMatch(/^http:\/\/localhost:\d+\/\S+$/);
  expect(await health()).toMatchObject({ status: 'ok', mailIn: 'listening', mailOut: 'held' });
  expect(await ends(child, 'SIGTERM')).toBe(0);
});

describe('beside a running server', () => {
  let server: ChildProcess;
  beforeAll(async () => {
    server = (await serve()).child;
  });
  afterAll(async () => {
    const code = await ends(server, 'SIGINT');
    if (code !== 0) throw new Error(`the server ended with ${code}`);
  });

  test('a key is made, alone on the last line, and opens the API', async () => {
    const { code, out } = await run(['token', 'create', '--name', 'a test', '--role', 'admin']);
    expect(code).toBe(0);
    const key = out.split('\n').at(-1)!;
    expect(key).toMatch(/^\S{20,}$/);
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/api/levels`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
  });

  test('a mail server delivers by its pipe, and is told when nobody takes it', async () => {
    const letter = 'Delivered-To: help@example.com\nFrom: Maria <maria@example.org>\n\nHelp.\n';
    const taken = await pipe(letter, ['--from', 'maria@example.org']);
    expect(taken).toMatchObject({ code: 0, out: expect.stringMatching(/^Accepted as \S{36}$/) });
    const key = (await run(['token', 'create', '--name', 'x', '--role', 'admin'])).out;
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/api/mail/inbound`, {
      headers: { authorization: `Bearer ${key.split('\n').at(-1)}` },
    });
    const { items } = (await answer.json()) as { items: { id: string; door: string }[] };
    expect(items).toMatchObject([{ id: taken.out.slice(-36), door: 'pipe' }]);
  });

  test.each([
    ['the file store is not there', [], { STORAGE_URL: 'file:///dev/null/files' }],
    ['a setting is wrong', [], { PORT: 'http' }],
    ['it was called in a wrong way', ['--too', 'x'], {}],
  ])('and to keep it when %s', async (_, args, more) => {
    expect((await pipe('From: a@example.org\n\nHelp.\n', args, more)).code).toBe(75);
  });

  test('doctor finds nothing wrong', async () => {
    const { code, out } = await run(['doctor']);
    expect(out).toMatch(/^holds {3}[^]*\nholds {3}One owner\n[^]*\nEverything holds\.$/);
    expect(code).toBe(0);
  });

  test('a second server on the same data is told so', async () => {
    const { code, err } = await run(['serve']);
    expect(err).toContain(`Another Baton (process ${server.pid}) already serves from`);
    expect(code).toBe(1);
  });
});

test('without a server the commands start the database for themselves', async () => {
  expect(await run(['migrate'])).toMatchObject({ code: 0, out: 'The database is up to date.' });
});

test('after SIGKILL the next start is up again', async () => {
  const first = await serve();
  await ends(first.child, 'SIGKILL');
  const second = await serve();
  expect(await health()).toMatchObject({ status: 'ok' });
  expect(await ends(second.child, 'SIGTERM')).toBe(0);
});

test.each(['PORT', 'SMTP_PORT'])('%s in use is told in a sentence', async (name) => {
  const other = createServer().listen(Number(environment[name]), '127.0.0.1');
  await once(other, 'listening');
  const { code, err } = await run(['serve']);
  other.close();
  expect(err).toContain(`${name} ${environment[name]} on 127.0.0.1 is already in use`);
  expect(err).not.toContain('    at ');
  expect(code).toBe(2);
});

test('wrong settings and arguments are told in sentences, with exit code 2', async () => {
  const settings = await run(['serve'], { PORT: 'http', SECRET: 'short' });
  expect(settings.code).toBe(2);
  expect(settings.err.split('\n')).toEqual([
    expect.stringContaining('PORT is "http"'),
    expect.stringContaining('SECRET holds a value of 5 characters'),
  ]);
  const role = await run(['token', 'create', '--name', 'x', '--role', 'boss']);
  expect(role.code).toBe(2);
  expect(role.err).toContain('needs --role, one of: reader, agent, lead, admin');
  const unknown = await run(['token', 'create', '--nmae', 'x']);
  expect(unknown.err).toContain("Unknown option '--nmae'");
  const none = await run(['frobnicate']);
  expect(none.err).toContain('There is no command frobnicate.');
});
