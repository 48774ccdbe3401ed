import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { memoryFlags } from '../bin/lib/paths.js';
import type { BenchPostgres } from './postgres.ts';

/** A process of the product under measurement. */
export type Running = {
  pid: number;
  port: number;
  /** Resident memory in bytes; NaN where the system does not tell. */
  memory: () => Promise<number>;
  /** Says something to the process; resolves when it answers, if it is to answer. */
  tell: (message: 'go' | 'pause') => Promise<void>;
  stop: () => Promise<void>;
};

/** What the product is told: this database, and files beside it. */
export function environmentOn(postgres: BenchPostgres, url: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: url,
    DATA_DIR: join(postgres.folder, 'data'),
    STORAGE_URL: pathToFileURL(join(postgres.folder, new URL(url).pathname.slice(1))).href,
    SECRET: 'a secret that nobody but the bench knows',
    PORT: '0',
    SMTP_PORT: '0',
    RATE_LIMIT: '0',
  };
}

/** Starts one part of the server (see part.ts) in a process of its own. */
export async function startPart(
  part: 'smtp' | 'jobs' | 'http',
  env: Record<string, string>,
  atOnce = 1,
): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'part.ts'), [part, String(atOnce)], {
    env,
    execArgv: memoryFlags,
  });
  const [port] = await Promise.race([once(child, 'message'), ended(child)]);
  return running(child, Number(port));
}

/** Of pino, which writes the server's log. */
const errorLevel = 50;

/** Starts the whole server, as an operator does; resolves when it says that it is ready. */
export async function startServe(env: Record<string, string>): Promise<Running> {
  const main = join(import.meta.dirname, '..', 'server', 'src', 'main.ts');
  const child = spawn(process.execPath, [...memoryFlags, main, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = new Promise<number>((resolve) => {
    createInterface(child.stdout).on('line', (said) => {
      const { level, desk } = JSON.parse(said) as { level: number; desk?: string };
      if (level >= errorLevel) console.error(said);
      if (desk) resolve(Number(new URL(desk).port));
    });
  });
  return running(child, await Promise.race([ready, ended(child)]));
}

const all = new Set<Running>();

/** Stops what a part of the run that failed left running. */
export async function stopAll(): Promise<void> {
  await Promise.all([...all].map((one) => one.stop()));
}

function running(child: ChildProcess, port: number): Running {
  const one: Running = {
    pid: child.pid ?? 0,
    port,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    },
    async tell(message) {
      child.send(message);
      if (message === 'pause') await once(child, 'message');
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
  all.add(one);
  return one;
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`A process of the product ended with ${code}.`);
}
