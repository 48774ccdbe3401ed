import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { giveTo } from './run-as.ts';

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const longestSocketPath = 103;

/**
 * The folder of the database's socket: in its home, or, where that path is too long for a socket,
 * a folder of our own below /tmp. The database listens nowhere else.
 */
export async function makeSocketFolder(place: Place): Promise<string> {
  const folder = join(place.home, 'socket');
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) > longestSocketPath) {
    return temporaryFolder(place);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(place.runAs, folder);
  return folder;
}

/** Its name cannot be guessed and is kept, so that nobody else can have made it first. */
async function temporaryFolder(place: Place): Promise<string> {
  const note = join(place.home, 'socket-folder');
  const known = await readFile(note, 'utf8').catch(() => '');
  if (known && (await stat(known).catch(() => undefined))?.isDirectory()) return known;
  const folder = await mkdtemp('/tmp/baton-');
  await giveTo(place.runAs, folder);
  await writeFile(note, folder, { mode: 0o600 });
  return folder;
}
