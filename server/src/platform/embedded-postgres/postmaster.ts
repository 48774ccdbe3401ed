import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import type { Place } from './place.ts';
import { isAlive, mayBePostgres } from './process-alive.ts';
import { giveTo } from './run-as.ts';
import { makeSocketFolder } from './socket-folder.ts';

/** A PostgreSQL that accepts connections on a socket in `socketFolder`. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
}

/**
 * The PostgreSQL that runs on this data folder: one that is there already (left by a killed Baton,
 * or another command's), or a new one.
 * @throws StartError with PostgreSQL's own last words when it does not come up.
 */
export async function findOrStart(
  place: Place,
  overrides: Record<string, string>,
  say: (sentence: string) => void,
  // Of a database that was killed, single processes can live a moment longer.
  attempt = 1,
): Promise<Postmaster> {
  const known = await readPidFile(place);
  if (known && mayBePostgres(known.pid)) {
    const found = await waitUntilReady(place, () => mayBePostgres(known.pid), say);
    if (found) return found;
  }
  const start = await startPostgres(place, overrides, known?.pid);
  const ready = await waitUntilReady(place, start.running, say);
  if (ready) return ready;
  // Another server may have been quicker: then PostgreSQL refused ours, and theirs is the one.
  const other = await readPidFile(place);
  if (other && mayBePostgres(other.pid)) return findOrStart(place, overrides, say);
  const words = await lastWords(place);
  if (attempt < 100 && words.includes('pre-existing shared memory block')) {
    await sleep(100);
    return findOrStart(place, overrides, say, attempt + 1);
  }
  throw new StartError(`PostgreSQL did not start in ${place.home}:\n${words}`);
}

/** Stops it fast: open transactions roll back, a checkpoint is written. Resolves when it is gone. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT');
  for (let waited = 0; isAlive(postmaster.pid); waited += 20) {
    // A minute for the checkpoint; then at once, and the next start recovers from the log.
    if (waited === 60_000) signal(postmaster.pid, 'SIGQUIT');
    await sleep(20);
  }
}

/** Resolves when that PostgreSQL has ended, by whomever. */
export async function waitUntilGone(postmaster: Postmaster): Promise<void> {
  while (isAlive(postmaster.pid)) await sleep(20);
}

async function startPostgres(
  place: Place,
  overrides: Record<string, string>,
  stalePid: number | undefined,
): Promise<{ running: () => boolean }> {
  const logFolder = join(place.home, 'log');
  await mkdir(logFolder, { recursive: true, mode: 0o700 });
  await giveTo(place.runAs, logFolder);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: await makeSocketFolder(place),
    unix_socket_permissions: '0700',
    logging_collector: 'on',
    log_directory: logFolder,
    // One file per day of the week, written anew each week.
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
    ...overrides,
  };
  const words = await open(join(place.home, 'start.log'), 'w', 0o600);
  const child = spawn(
    join(place.binaries.folder, 'bin', 'postgres'),
    ['-D', place.cluster, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...place.runAs,
      cwd: '/',
      // After a restart of the machine some other process may have the id in postmaster.pid, and
      // PostgreSQL would take it for a rival; it lets this one id pass, and still checks for
      // orphans of its own by their shared memory.
      env: { LC_ALL: 'C', TZ: 'UTC', ...(stalePid && { PG_GRANDPARENT_PID: String(stalePid) }) },
      stdio: ['ignore', words.fd, words.fd],
      // A group of its own: Ctrl-C is for Baton, which stops the database last.
      detached: true,
    },
  );
  await words.close();
  let running = true;
  child.on('error', () => (running = false)).on('exit', () => (running = false));
  child.unref();
  return { running: () => running };
}

/** Waits as long as it runs: recovery after a crash can take minutes, and then says so. */
async function waitUntilReady(
  place: Place,
  running: () => boolean,
  say: (sentence: string) => void,
): Promise<Postmaster | undefined> {
  for (let waited = 0; running(); waited += 15) {
    const found = await readPidFile(place);
    if (found?.ready) return { pid: found.pid, socketFolder: found.socketFolder };
    if (waited > 0 && waited % 6_000 === 0) {
      say('PostgreSQL is still starting (after a crash it replays its log) …');
    }
    await sleep(15);
  }
  return undefined;
}

/** PostgreSQL's own run file: id, folder, start, port, socket folder, address, memory, state. */
async function readPidFile(
  place: Place,
): Promise<{ pid: number; socketFolder: string; ready: boolean } | undefined> {
  const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketFolder, , , state] = text.split('\n').map((line) => line.trim());
  if (!pid) return undefined;
  return { pid: Number(pid), socketFolder: socketFolder ?? '', ready: state === 'ready' };
}

async function lastWords(place: Place): Promise<string> {
  const today = new Date().toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
  const files = ['start.log', join('log', `postgresql-${today}.log`)];
  const texts = await Promise.all(
    files.map((file) => readFile(join(place.home, file), 'utf8').catch(() => '')),
  );
  return texts.join('').trim().split('\n').slice(-12).join('\n');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}
