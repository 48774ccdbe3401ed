import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db, Deps } from './context.ts';
import { inTransaction } from './db.ts';
import { jobsSchema } from './migrate.ts';

/** How many rows move in one transaction, with one notification. */
const batch = 500;
/** What is committed within this time moves together: one transaction for many. */
const gatherMs = 10;
/** How long work waits at most that was committed by a server which died before it said so. */
const lookEveryMs = 1000;

/**
 * Moves recorded work to the queue. Commands insert into `baton.work` because the queue's own
 * `add_job` notifies inside the caller's transaction, and PostgreSQL lets only one transaction
 * that notifies commit at a time (docs/adr: the work table).
 */
export function startRelay(deps: Deps) {
  let stopped = false;
  let asked = true;
  let wakeUp = () => {};
  const wake = () => {
    asked = true;
    wakeUp();
  };
  const untilWoken = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async () => {
    while (!stopped) {
      asked = false;
      const moved = await moveWork(deps.db).catch((error: unknown) => {
        deps.log.error({ err: error }, 'Work could not be moved to the queue; trying again.');
        return 0;
      });
      if (moved === batch || stopped) continue;
      if (!asked) await untilWoken();
      await sleep(gatherMs);
    }
  };
  const done = loop();
  return {
    wake,
    async stop() {
      stopped = true;
      wakeUp();
      await done;
    },
  };
}

/** Moves one batch of work to the queue; returns how many rows it moved. */
export async function moveWork(db: Db): Promise<number> {
  const spec = sql.raw(`${jobsSchema}.job_spec`);
  const addJobs = sql.raw(`${jobsSchema}.add_jobs`);
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ taken: number; specs: string | null }>`
      with taken as (
        delete from baton.work where id in (
          select id from baton.work order by id limit ${batch} for update skip locked)
        returning *),
      -- The queue refuses a key twice in one call; the latest row is what was meant.
      moved as (
        select distinct on (coalesce(job_key, id::text)) * from taken
        order by coalesce(job_key, id::text), id desc)
      select (select count(*)::int from taken) as taken,
        array_agg((task, payload::json, null, run_at, null, job_key, null, null)::${spec}
          order by id)::text as specs
      from moved`.execute(tx);
    const { taken, specs } = rows[0]!;
    if (taken > 0) {
      await sql`select count(*) from ${addJobs}(${specs}::text::${spec}[])`.execute(tx);
    }
    return taken;
  });
}
