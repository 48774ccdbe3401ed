import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** Clock ticks of the kernel's account of processor time: 100 a second on every Linux. */
const tickMs = 10;

type Usage = { parent: number; ownMs: number; endedChildrenMs: number };

/** What /proc tells of a process; null where it does not, or the process is gone. */
async function usageOf(pid: number): Promise<Usage | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name of the program, in parentheses, may contain anything.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return {
    parent: fields[1]!,
    ownMs: (fields[11]! + fields[12]!) * tickMs,
    endedChildrenMs: (fields[13]! + fields[14]!) * tickMs,
  };
}

/** Processor time of the database with all its processes, those that ended included. */
async function databaseMs(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const usages = await Promise.all(pids.map(usageOf));
  const children = usages.filter((usage) => usage?.parent === postmaster);
  const own = await usageOf(postmaster);
  const living = children.reduce((sum, usage) => sum + (usage?.ownMs ?? 0), 0);
  return living + (own ? own.ownMs + own.endedChildrenMs : NaN);
}

/** The process that started the one which answers at `url`. */
export async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const usage = await usageOf(rows[0]!.pid);
  await client.end();
  return usage?.parent ?? 0;
}

/**
 * How much processor time `work` costs the database and the process `pid`, in milliseconds. Unlike
 * the time that passes it hardly depends on what else the machine does. NaN where the system does
 * not tell.
 */
export async function processorTime<T>(
  postmaster: number,
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; ms: number }> {
  const used = async () => (await databaseMs(postmaster)) + ((await usageOf(pid))?.ownMs ?? NaN);
  const before = await used();
  const result = await work();
  return { result, ms: (await used()) - before };
}
