import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { openingMs } from '../opening.ts';

/** 'bato', so that the locks cannot be mistaken for others'. */
const space = 0x6261746f;
/** Shared by every process that uses the database; exclusive to whoever stops it. */
const users = 1;
/** Exclusive to the one server of a DATA_DIR. */
const server = 2;

/**
 * This process's hold on the embedded database: a connection with session locks, which the system
 * itself gives up when the process dies, however it dies.
 */
export interface Hold {
  client: pg.Client;
  /** Lets go; true when nobody else uses the database, which then nobody else can begin to. */
  release(): Promise<boolean>;
}

/** `stopping`: another process is just stopping it. A number: the process id of the other server. */
export type Refusal = { refused: 'stopping' } | { refused: 'other server'; pid: number };

/** Takes part in the use of the database; `exclusive` as its one server. */
export async function takeHold(url: string, exclusive: boolean): Promise<Hold | Refusal> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `baton hold ${process.pid}`,
    connectionTimeoutMillis: openingMs,
  });
  client.on('error', () => {}); // The caller hears of it by 'end'.
  await client.connect();
  if (!(await lock(client, 'pg_try_advisory_lock_shared', users))) {
    await client.end();
    return { refused: 'stopping' };
  }
  if (exclusive) {
    const pid = await becomeServer(client);
    if (pid !== undefined) {
      await client.end();
      return { refused: 'other server', pid };
    }
  }
  return { client, release: () => release(client) };
}

/** Undefined when this process now is the server, else the process id of the one that is. */
async function becomeServer(client: pg.Client): Promise<number | undefined> {
  // A server that is just stopping lets go in a moment, and PostgreSQL notices the broken
  // connection of a killed one at once, but not in the same instant.
  for (let waitedMs = 0; ; waitedMs += 25) {
    if (await lock(client, 'pg_try_advisory_lock', server)) return undefined;
    if (waitedMs >= 4_000) return serverPid(client);
    await sleep(25);
  }
}

async function release(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', [space, users]);
  if (await lock(client, 'pg_try_advisory_lock', users)) return true;
  await client.end();
  return false;
}

async function lock(client: pg.Client, take: string, key: number): Promise<boolean> {
  const { rows } = await client.query(`select ${take}($1, $2) as taken`, [space, key]);
  return rows[0].taken;
}

async function serverPid(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `select substring(a.application_name from '[0-9]+$') as pid
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.granted`,
    [space, server],
  );
  return Number(rows[0]?.pid ?? 0);
}
