import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterThisFile } from '../server/test/cleanup.ts';
import { testFolder } from '../server/test/deps.ts';
import { bareEnvironment } from '../server/test/environment.ts';
import { freePorts } from '../server/test/free-ports.ts';

const main = join(import.meta.dirname, '..', 'server', 'src', 'main.ts');

/** A server as an operator runs it, in a process of its own. */
export interface Server {
  /** The address of the API. */
  url: string;
  smtpPort: number;
  /** Ends it without a word, as a power cut does; resolves when the process is gone. */
  kill: () => Promise<void>;
  /** Lets it stand still, as an overloaded host does: its connections stay, and nothing happens. */
  standStill: () => void;
  goOn: () => void;
}

/**
 * Starts a server with this environment and waits until it says that it is ready. One that still
 * runs after the tests of the file is asked to stop.
 * @throws Error with what it said when it ends before
 */
export async function startServer(environment: Record<string, string>): Promise<Server> {
  const process = spawn(globalThis.process.execPath, [main, 'serve'], {
    env: { ...bareEnvironment, RATE_LIMIT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(process, 'exit');
  afterThisFile(async () => {
    if (process.exitCode === null && process.signalCode === null) {
      // One that stands still hears nothing else.
      process.kill('SIGCONT');
      process.kill('SIGTERM');
    }
    await gone;
  });
  await untilReady(process);
  return {
    url: `http://127.0.0.1:${environment.PORT}`,
    smtpPort: Number(environment.SMTP_PORT),
    async kill() {
      process.kill('SIGKILL');
      await gone;
    },
    standStill: () => process.kill('SIGSTOP'),
    goOn: () => process.kill('SIGCONT'),
  };
}

async function untilReady({ stdout }: ChildProcess): Promise<void> {
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(stdout!)
      .on('line', (line) => {
        said.push(line);
        if (line.includes('Baton is ready')) resolve();
      })
      .on('close', () => reject(new Error(`The server ended:\n${said.join('\n')}`)));
  });
  await ready;
}

/** Runs a command of Baton with something on its standard input; resolves to its exit code. */
export async function pipeTo(
  environment: Record<string, string>,
  args: string[],
  input: string,
): Promise<number | null> {
  const env = { ...bareEnvironment, ...environment };
  const child = spawn(process.execPath, [main, ...args], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // One that ended before it had read all says so by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Runs a command of Baton; resolves to its exit code and what it printed. */
export async function batonCommand(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const env = { ...bareEnvironment, ...environment };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env });
    return { code: 0, output: stdout.trim() };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: `${stdout}${stderr}`.trim() };
  }
}

/** A key for the API with every right. */
export async function administratorKey(environment: Record<string, string>): Promise<string> {
  const create = ['token', 'create', '--name', 'proof', '--role', 'admin'];
  const { code, output } = await batonCommand(environment, ...create);
  if (code !== 0) throw new Error(output);
  return output.split('\n').at(-1)!;
}

/** All items of a list of the API, page by page. */
export async function listAll<Item>(server: Server, key: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = `${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${cursor}`}`;
    const response = await fetch(`${server.url}${path}${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as { items: Item[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** What each of several servers has for itself. */
export async function itsOwn(): Promise<Record<string, string>> {
  const [port, smtpPort] = await freePorts(2);
  return { DATA_DIR: await testFolder(), PORT: String(port), SMTP_PORT: String(smtpPort) };
}
