import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../server/src/platform/db.ts';
import { silentLog } from '../server/src/platform/log.ts';
import { jobsSchema } from '../server/src/platform/migrate.ts';
import { startRelay } from '../server/src/platform/work-relay.ts';
import type { Deps } from '../server/src/platform/context.ts';
import type { BenchPostgres } from './postgres.ts';
import { line, perSecond, section, times } from './report.ts';
import { inTurns, median, ratio, timed } from './rounds.ts';

const runMs = 1500;
const rounds = 3;

/** Records that work follows, in the transaction that is open on `client`. */
type Record = (client: pg.Client) => Promise<unknown>;

const payload = JSON.stringify({ caseId: randomUUID() });

const byWorkTable: Record = (client) =>
  client.query({
    name: 'work',
    text: 'insert into baton.work (task, payload) values ($1, $2)',
    values: ['mail.receipt', payload],
  });

const byAddJob: Record = (client) =>
  client.query({
    name: 'add job',
    text: `select from ${jobsSchema}.add_job($1, $2::json)`,
    values: ['mail.receipt', payload],
  });

/**
 * The two ways in which a command can leave work behind: a row of ours that a relay moves to the
 * queue in batches, or the queue's own add_job, which notifies inside the command's transaction.
 * Both run until every job stands in the queue; somebody listens, as a worker does.
 */
export async function measureWorkTable(postgres: BenchPostgres): Promise<void> {
  section('Work that follows from a change: our table and relay, or the queue’s add_job');
  line('commits per second', 'work table', 'add_job', 'ratio');
  const url = await postgres.database();
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  await listener.query('listen "jobs:insert"');
  for (const connections of [1, 4, 16]) {
    const rates = await inTurns(rounds, {
      relay: () => withRelay(url, (wake) => commits(url, connections, byWorkTable, wake)),
      addJob: () => timed(() => commits(url, connections, byAddJob, () => {})),
    });
    line(
      `${connections} ${connections === 1 ? 'connection' : 'connections'}`,
      perSecond(median(rates.relay)),
      perSecond(median(rates.addJob)),
      times(ratio(rates.relay, rates.addJob)),
    );
  }
  await listener.end();
}

/** Commits on several connections for a while: each stores one row of its own and one of work. */
async function commits(url: string, connections: number, record: Record, wake: () => void) {
  const stopAt = performance.now() + runMs;
  const counts = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      let count = 0;
      for (; performance.now() < stopAt; count++) {
        await client.query('begin');
        await client.query({
          name: 'row',
          text: `insert into baton.idempotency values ($1, 'bench', $2, '', 201, '{}', '', now())`,
          values: [randomUUID(), String(count)],
        });
        await record(client);
        await client.query('commit');
        wake();
      }
      await client.end();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Runs `work` beside a relay, and counts the time until the relay has moved everything. */
async function withRelay(url: string, work: (wake: () => void) => Promise<number>) {
  const { db } = openDatabase(url, 2);
  const relay = startRelay({ db, log: silentLog() } as Deps);
  const rate = await timed(async () => {
    const count = await work(relay.wake);
    while (await db.selectFrom('baton.work').select('id').limit(1).executeTakeFirst()) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return count;
  });
  await relay.stop();
  await db.destroy();
  return rate;
}
