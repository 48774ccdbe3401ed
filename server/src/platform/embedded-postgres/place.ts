import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, StartError } from '../start-error.ts';
import { writeOnce } from '../write-once.ts';
import { type Binaries, findBinaries, reachableBinaries, systemFolder } from './binaries.ts';
import { claimHome } from './claim.ts';
import { canEnter, isRoot, nobody, ownerOf, type RunAs } from './run-as.ts';

/** Where the embedded database lives and as whom it runs. */
export interface Place {
  /** Holds `cluster` (PostgreSQL's data folder), logs and the socket. */
  home: string;
  cluster: string;
  runAs: RunAs;
  binaries: Binaries;
}

/**
 * Chooses (and makes) the home of the database that belongs to `dataDir`: `dataDir/postgres`, or a
 * folder below `/var/lib/baton` when we are root and `nobody` cannot pass the way to `dataDir`.
 * @throws StartError with what to do when no place can be reached.
 */
export async function choosePlace(
  dataDir: string,
  say: (sentence: string) => void,
): Promise<Place> {
  await makeDataDir(dataDir);
  const { home, runAs } = isRoot() ? await rootHome(dataDir, say) : ownHome(dataDir);
  const binaries = await reachableBinaries(await findBinaries(), runAs, say);
  await mkdir(home, { recursive: true, mode: runAs ? 0o711 : 0o700 });
  return { home, cluster: join(home, 'cluster'), runAs, binaries };
}

type Home = { home: string; runAs: RunAs };

function ownHome(dataDir: string): Home {
  return { home: join(dataDir, 'postgres'), runAs: undefined };
}

async function rootHome(dataDir: string, say: (sentence: string) => void): Promise<Home> {
  const inside = join(dataDir, 'postgres');
  if (await exists(join(inside, 'cluster'))) return existingHome(dataDir, inside);
  const runAs = await nobody();
  const id = await dataDirId(dataDir, !canEnter(runAs, dataDir));
  if (!id) return { home: inside, runAs };
  const home = join(systemFolder, createHash('sha256').update(id).digest('hex').slice(0, 16));
  if (!(await exists(join(home, 'cluster')))) {
    say(
      `PostgreSQL does not run as root, and the user it runs as cannot enter ${dataDir}, ` +
        `so the database is put into ${home}.`,
    );
  }
  await claimHome(home, dataDir, id, say);
  return { home, runAs };
}

/** A database inside `dataDir` that was made earlier runs as whoever owns it. */
async function existingHome(dataDir: string, home: string): Promise<Home> {
  const runAs = await ownerOf(join(home, 'cluster'));
  if (canEnter(runAs, home)) return { home, runAs };
  throw new StartError(
    `The database in ${home} runs as the user with id ${runAs?.uid}, who can no longer enter that ` +
      `folder: one of the folders above it was closed to others. Let others pass it ` +
      `(chmod o+x on each folder down to ${dataDir}), or move DATA_DIR to where they can.`,
  );
}

/**
 * The name by which a folder below `/var/lib/baton` belongs to this DATA_DIR, wherever it is moved;
 * undefined where there is none and `make` is false.
 */
async function dataDirId(dataDir: string, make: boolean): Promise<string | undefined> {
  const path = join(dataDir, 'postgres-id');
  if (make) return writeOnce(path, randomUUID());
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.trim();
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    // Others may pass, but not look: the database runs as another user when we are root.
    await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    throw new StartError(
      `DATA_DIR is ${dataDir}, where Baton cannot write (${errorCode(cause) ?? 'unknown reason'}). ` +
        'Choose a folder that this user may write to.',
      2,
      { cause },
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
