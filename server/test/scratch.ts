import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/**
 * Where tests keep what they throw away: in memory, where nobody waits for a disk and a database is
 * copied in half the time; only where there is plenty of it, though.
 */
export async function scratch(): Promise<string> {
  const space = await statfs('/dev/shm').catch(() => undefined);
  return space && space.bavail * space.bsize > 4 * 1024 ** 3 ? '/dev/shm' : tmpdir();
}
