import pg from 'pg';
import type { Deps } from './context.ts';
import { jobsSchema } from './migrate.ts';

/** The class of our advisory locks that mean "this server is alive" (any number of our own). */
const lockClass = 0x6261_746f;
const checkEveryMs = 15_000;

/**
 * Registers this server as alive and takes up the jobs of servers that are not: jobs of a killed
 * server would stay locked for hours. Looks at the start and every quarter of a minute.
 */
export async function registerServer(deps: Deps, poolId: string) {
  let client = await connect(deps, poolId);
  let checking = Promise.resolve();
  const check = async () => {
    try {
      await client.query('select 1').catch(async () => {
        client = await connect(deps, poolId);
      });
      await takeUpAbandoned(client, deps, poolId);
    } catch (error) {
      deps.log.warn({ err: error }, 'Could not look for abandoned jobs; trying again.');
    }
  };
  await check();
  const timer = setInterval(() => {
    checking = checking.then(check);
  }, checkEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await checking;
      await client.query('delete from baton.servers where pool_id = $1', [poolId]).catch(() => {});
      await client.end();
    },
  };
}

async function connect(deps: Deps, poolId: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: deps.settings.databaseDirectUrl,
    application_name: 'baton server',
  });
  // A broken connection shows at the next check, which connects again.
  client.on('error', () => {});
  await client.connect();
  await client.query(
    `with server as (
       insert into baton.servers (pool_id) values ($1)
       on conflict (pool_id) do update set started_at = baton.servers.started_at
       returning lock_key)
     select pg_advisory_lock($2, lock_key) from server`,
    [poolId, lockClass],
  );
  return client;
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
