import { EventEmitter } from 'node:events';
import { Logger as WorkerLogger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Deps } from './context.ts';
import { jobsSchema } from './migrate.ts';
import { registerServer } from './servers.ts';
import { startRelay } from './work-relay.ts';

/** What a job does; it may be called more than once for the same payload. */
export type Task = (deps: Deps, payload: Record<string, unknown>) => Promise<void>;
export type Tasks = Record<string, Task>;

/** How many jobs a server works on at once; they wait for the disk and for other servers. */
const concurrency = 8;

/**
 * Runs the jobs that follow from changes: a relay moves them from `baton.work` to the queue, and
 * workers do them. `stop` waits for what is under way.
 */
export async function startJobs(deps: Deps, tasks: Tasks) {
  // Listening and holding session locks need a direct connection, not a pooler's.
  const pool = new pg.Pool({
    connectionString: deps.settings.databaseDirectUrl,
    max: concurrency + 2,
    application_name: 'baton jobs',
  });
  // A connection that breaks fails the query that uses it; the event itself must not end us.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const events: WorkerEvents = new EventEmitter();
  const created = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    pgPool: pool,
    schema: jobsSchema,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    events,
    logger: logTo(deps),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => task(deps, payload as Record<string, unknown>),
      ]),
    ),
    // Ten times the throughput of the default: jobs are fetched and completed in batches.
    preset: {
      worker: {
        localQueue: { size: 500 },
        completeJobBatchDelay: 10,
        failJobBatchDelay: 10,
        gracefulShutdownAbortTimeout: 8000,
      },
    },
  });
  const registration = await registerServer(deps, await created);
  const relay = startRelay(deps);
  return { wake: relay.wake, stop: () => stopAll(runner, relay, registration, pool) };
}

type Stoppable = { stop: () => Promise<void> };

async function stopAll(runner: Runner, relay: Stoppable, registration: Stoppable, pool: pg.Pool) {
  await relay.stop();
  // The queue fails here when it has fetched jobs that nobody began; they are unlocked below.
  await runner.stop().catch(() => {});
  await registration.stop();
  await pool.end();
}

/** The queue's own log, in ours: failures loudly, its book-keeping not at all. */
function logTo({ log }: Deps): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    // What follows repeats the error, with all that its words may hold.
    const [what] = message.split(' with error ', 1);
    if (level === 'error') log.error({ err: meta?.error }, what);
    else if (level === 'warning') log.warn(message);
  });
}
