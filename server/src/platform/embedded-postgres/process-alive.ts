import { readFileSync } from 'node:fs';
import { errorCode } from '../start-error.ts';

/**
 * Whether a process with this id runs, whoever it belongs to. One that has ended and waits for its
 * parent to notice (which in a container may never happen) does not count.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  // The state comes after the name, which stands in parentheses and may hold anything.
  return !/^[ZX]/.test(readProcess(pid, 'stat')?.split(') ').at(-1) ?? '');
}

/**
 * Whether the process with this id may be a PostgreSQL. Where the system does not tell (no /proc)
 * every living process may be one.
 */
export function mayBePostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = readProcess(pid, 'cmdline');
  if (command === undefined) return process.platform !== 'linux' && isAlive(pid);
  return command.split('\0')[0]?.includes('postgres') ?? false;
}

function readProcess(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
