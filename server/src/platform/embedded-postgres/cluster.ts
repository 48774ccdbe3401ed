import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, StartError } from '../start-error.ts';
import { syncFolder } from '../sync-folder.ts';
import type { Place } from './place.ts';
import { isAlive } from './process-alive.ts';
import { giveTo } from './run-as.ts';

/** The superuser and owner of everything in an embedded database. */
export const user = 'baton';

/** Written into `postgresql.conf` once, where an operator may change it. */
const tuning = {
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  max_connections: '200',
  random_page_cost: '1.1',
  // Short statements only: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Makes the PostgreSQL data folder if there is none. It is made beside its place and renamed at the
 * end, so that one that exists is whole; what a killed attempt left is removed.
 */
export async function ensureCluster(place: Place, say: (sentence: string) => void): Promise<void> {
  if (await majorVersion(place)) return;
  await removeUnfinished(place.home);
  say('Making the database (once) …');
  const work = await mkdtemp(join(place.home, `initdb-${process.pid}-`));
  underWay.add(work);
  await giveTo(place.runAs, work);
  await initialise(place, join(work, 'cluster'), work);
  // Two servers that make it at once: the second finds a full folder there and takes that one.
  await rename(join(work, 'cluster'), place.cluster).catch((error) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  });
  await syncFolder(place.home);
  await rm(work, { recursive: true, force: true });
}

/** The folders in which this process makes a cluster; a killed one may have had our process id. */
const underWay = new Set<string>();

async function initialise(place: Place, cluster: string, work: string): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(work, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(place.runAs, passwordFile);
  const settings = Object.entries(tuning).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  await run(place, 'initdb', [
    ...['--pgdata', cluster, '--username', user, '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--data-checksums', '--encoding', 'UTF8', '--locale', 'C'],
    // The same order of texts on every machine, whatever its C library.
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...settings,
  ]);
  await rename(passwordFile, join(cluster, 'baton-password'));
}

/** The password of the database's only user. */
export async function readPassword(place: Place): Promise<string> {
  return readFile(join(place.cluster, 'baton-password'), 'utf8');
}

/**
 * Makes sure that the data folder was written by the PostgreSQL that this Baton brings.
 * @throws StartError with the way to move the data.
 */
export async function checkVersion(place: Place): Promise<void> {
  const found = await majorVersion(place);
  if (found === place.binaries.major) return;
  throw new StartError(
    `The database in ${place.cluster} was written by PostgreSQL ${found}, and this Baton brings ` +
      `PostgreSQL ${place.binaries.major}, which cannot read it. To move it: with the Baton that ` +
      `made it running, back it up with pg_dump ${found} or newer; move ${place.home} away; start ` +
      'this Baton once, stop it, and restore the backup into its database. ' +
      'The commands are in docs/embedded-database.md.',
  );
}

async function majorVersion(place: Place): Promise<number | undefined> {
  const text = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new StartError(`The database in ${place.cluster} cannot be read: ${error.message}`);
  });
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = Number(/^initdb-(\d+)-/.exec(name)?.[1] ?? process.ppid);
    const dead = pid === process.pid ? !underWay.has(join(home, name)) : !isAlive(pid);
    if (dead) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function run(place: Place, program: string, args: string[]): Promise<void> {
  const child = spawn(join(place.binaries.folder, 'bin', program), args, {
    ...place.runAs,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C is for Baton, which then decides.
    detached: true,
  });
  let output = '';
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new StartError(`PostgreSQL's ${program} failed:\n${output.trim()}`);
}
