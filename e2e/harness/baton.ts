import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bareEnvironment } from '../../server/test/environment.ts';
import { freePorts } from '../../server/test/free-ports.ts';
import { scratchFolder } from '../../server/test/scratch.ts';

const main = join(import.meta.dirname, '..', '..', 'server', 'src', 'main.ts');

/** A running Baton, as whoever types `npm start` gets it. */
export type Baton = {
  url: string;
  smtpPort: number;
  /** The one-time link for the first administrator, as it is printed; empty once somebody has come in by it. */
  link: string;
  /** The settings it runs with. */
  environment: Record<string, string>;
  stop(): Promise<void>;
};

/**
 * Starts the server as a process of its own, on a fresh data folder with the embedded PostgreSQL,
 * and waits until it says that it is ready.
 * @param relay where outgoing mail goes (`smtp://…`); without it mail is held
 * @param further settings beside the usual ones
 * @param name under which it is opened
 */
export async function startBaton(
  relay?: string,
  further: Record<string, string> = {},
  name = '127.0.0.1',
): Promise<Baton> {
  const folder = await scratchFolder('journey');
  const [port, smtpPort] = (await freePorts(2)) as [number, number];
  const environment = {
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    PUBLIC_URL: `http://${name}:${port}`,
    DATA_DIR: join(folder, 'data'),
    ...(relay === undefined ? {} : { SMTP_URL: relay }),
    ...further,
  };
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // Journeys wait for it before their tests begin, where nothing else sets them a limit.
  const late = setTimeout(() => child.kill(), 120_000);
  const lines = createInterface({ input: child.stdout });
  const ready = await untilReady(lines, ended).finally(() => clearTimeout(late));
  return {
    url: environment.PUBLIC_URL,
    smtpPort: Number(environment.SMTP_PORT),
    link: ready.firstAdministrator ?? '',
    environment,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Ready = { desk: string; firstAdministrator?: string };

/** Reads the log until Baton says where it is; what it logs after that goes nowhere. */
async function untilReady(lines: AsyncIterable<string>, ended: Promise<unknown>): Promise<Ready> {
  const said: string[] = [];
  const reading = (async () => {
    for await (const line of lines) {
      said.push(line);
      const entry = line.startsWith('{') ? (JSON.parse(line) as Partial<Ready>) : {};
      if (entry.desk) return entry as Ready;
    }
    return null;
  })();
  const ready = await Promise.race([reading, ended.then(() => null)]);
  if (!ready) throw new Error(`Baton did not start:\n${said.join('\n')}`);
  return ready;
}
