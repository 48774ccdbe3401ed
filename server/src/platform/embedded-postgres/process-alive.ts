import { readFile } from 'node:fs/promises';
import { errorCode } from '../start-error.ts';

/** Whether a process with this id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Whether the process with this id may be a PostgreSQL. Where the system does not tell (no /proc)
 * every living process may be one.
 */
export async function mayBePostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command === undefined) return process.platform !== 'linux' && isAlive(pid);
  return command.split('\0')[0]?.includes('postgres') ?? false;
}
