import type pg from 'pg';
import type { Deps } from './context.ts';
import { letGo, openDirect } from './direct-connection.ts';
import { jobsSchema } from './migrate.ts';

/** The class of our advisory locks that mean "this server is alive" (any number of our own). */
export const lockClass = 0x6261_746f;

/** How often a server looks, and how long it waits for an answer before it connects anew. */
const usual = { checkEveryMs: 15_000, answerMs: 10_000 };

/** The connection that says that we are alive, and whether it does so yet. */
type Sign = { client: pg.Client; held: boolean };

/**
 * Registers this server as alive and takes up the jobs of servers that are not: jobs of a killed
 * server would stay locked for hours. Looks at the start and every quarter of a minute.
 */
export async function registerServer(deps: Deps, poolId: string, times = usual) {
  let sign: Sign | null = null;
  let checking = Promise.resolve();
  const check = async () => {
    try {
      sign ??= await connect(deps, times.answerMs);
      await holdLock(sign, poolId);
      await takeUpAbandoned(sign.client, deps, poolId);
    } catch (error) {
      deps.log.warn({ err: error }, 'Could not look for abandoned jobs; trying again.');
      // Broken, or hanging: the next check connects anew.
      if (sign) letGo(sign.client);
      sign = null;
    }
  };
  await check();
  const timer = setInterval(() => {
    checking = checking.then(check);
  }, times.checkEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await checking;
      if (!sign) return;
      const { client } = sign;
      // The queue does not always give back what it had fetched and not begun.
      await client
        .query(`select ${jobsSchema}.force_unlock_workers($1)`, [[poolId]])
        .catch(() => {});
      await client.query('delete from baton.servers where pool_id = $1', [poolId]).catch(() => {});
      letGo(client);
    },
  };
}

async function connect(deps: Deps, answerMs: number): Promise<Sign> {
  return { client: await openDirect(deps, 'baton server', answerMs), held: false };
}

/**
 * Writes our row, if need be, and takes its lock. While an earlier connection of ours that hangs still has it we count
 * as alive all the same, and the next check tries again; that one's end must not be waited for.
 */
async function holdLock(sign: Sign, poolId: string): Promise<void> {
  if (sign.held) return;
  const { rows } = await sign.client.query<{ held: boolean }>(
    `with server as (
       insert into baton.servers (pool_id) values ($1)
       on conflict (pool_id) do update set started_at = baton.servers.started_at
       returning lock_key)
     select pg_try_advisory_lock($2, lock_key) as held from server`,
    [poolId, lockClass],
  );
  sign.held = rows[0]?.held ?? false;
}

/** Unlocks the jobs of servers whose lock is free, and of pools that never registered. */
async function takeUpAbandoned(client: pg.Client, deps: Deps, poolId: string): Promise<void> {
  const { rows } = await client.query<{ pool_id: string }>(
    `select pool_id from baton.servers
     where pool_id <> $1 and pg_try_advisory_lock($2, lock_key)`,
    [poolId, lockClass],
  );
  const unregistered = await client.query<{ pool_id: string }>(
    `select distinct locked_by as pool_id from ${jobsSchema}._private_jobs
     where locked_by is not null and locked_at < now() - interval '1 minute'
       and locked_by not in (select pool_id from baton.servers)`,
  );
  const gone = [...rows, ...unregistered.rows].map((row) => row.pool_id);
  if (gone.length === 0) return;
  await client.query(`select ${jobsSchema}.force_unlock_workers($1)`, [gone]);
  await client.query(
    `with gone as (delete from baton.servers where pool_id = any($1) returning lock_key)
     select pg_advisory_unlock($2, lock_key) from gone`,
    [gone, lockClass],
  );
  deps.log.warn({ servers: gone.length }, 'Took up the work of servers that are gone.');
}
