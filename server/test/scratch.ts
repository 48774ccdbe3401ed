import { chmod, mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../src/platform/embedded-postgres/process-alive.ts';

/** What a folder is for: it stands in its name, and so does the process that made it. */
type Use = 'postgres' | 'test' | 'journey';

/** A new folder for what is thrown away afterwards. */
export async function scratchFolder(use: Use): Promise<string> {
  const folder = await mkdtemp(join(await home(), `baton-${use}-${process.pid}-`));
  // As root an embedded database in it runs as `nobody`, who must be able to pass; else its data would
  // be kept under a system folder, and stay there.
  await chmod(folder, 0o711);
  return folder;
}

/** The folders of processes that were killed before they could throw them away. */
export async function leftOver(use: Use): Promise<string[]> {
  const place = await home();
  const names = (await readdir(place)).filter((name) => {
    const pid = new RegExp(`^baton-${use}-(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  return names.map((name) => join(place, name));
}

/**
 * In memory, where nobody waits for a disk and a database is copied in half the time; only where
 * there is plenty of it, though.
 */
async function home(): Promise<string> {
  const space = await statfs('/dev/shm').catch(() => undefined);
  return space && space.bavail * space.bsize > 4 * 1024 ** 3 ? '/dev/shm' : tmpdir();
}
