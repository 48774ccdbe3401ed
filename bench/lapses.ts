import pg from 'pg';
import { baton } from '../server/src/kernel/actor.ts';
import { hourMs } from '../server/src/kernel/duration.ts';
import { runCommand } from '../server/src/platform/db.ts';
import { openCase } from '../server/src/slices/cases/index.ts';
import { inviteCustomers, saidBy } from '../proof/customers.ts';
import { found, withDeps } from './founding.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn, startServe } from './processes.ts';
import { line, megabytes, perSecond, section } from './report.ts';
import { untilNone } from './until-none.ts';

const cases = 10_000;
const atOnce = 500;

/** Clocks that run out in the same instant: how long until every case is one level up. */
export async function measureLapses(postgres: BenchPostgres): Promise<void> {
  const url = await postgres.database();
  const env = environmentOn(postgres, url);
  await found(env, [50, 20, 5]);
  await openLapsing(env);
  const server = await startServe(env);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await untilNone(client, `select count(*)::int as left from baton.cases where level = 1`);
  const { rows } = await client.query<{ lapsed: number; seconds: number }>(
    `select count(*)::int as lapsed,
       extract(epoch from max(at) - min(at))::float8 as seconds
     from baton.case_events where kind = 'lapsed'`,
  );
  await client.end();
  const { lapsed, seconds } = rows[0]!;
  section(`${lapsed} clocks that run out at once, until all cases are one level up`);
  line('from the first to the last', `${seconds.toFixed(1)} s`, perSecond(lapsed / seconds));
  line('resident memory afterwards', megabytes(await server.memory()));
  await server.stop();
}

/** Opens the cases by the real command, 20 hours ago: they lapse as soon as a server looks. */
async function openLapsing(env: Record<string, string>): Promise<void> {
  const openedAt = new Date(Date.now() - 20 * hourMs);
  await withDeps(
    env,
    async (deps) => {
      const customers = await inviteCustomers(deps, cases);
      for (let from = 0; from < cases; from += atOnce) {
        await runCommand(deps, baton, async (ctx) => {
          for (const customer of customers.slice(from, from + atOnce)) {
            const { id, address, name } = customer;
            await openCase(ctx, {
              customerId: id,
              subject: 'The bill',
              message: saidBy(customer, 'It is wrong.'),
              participants: [{ address, name, role: 'customer' }],
              receipt: false,
            });
          }
        });
      }
    },
    { shift: () => openedAt },
  );
}
