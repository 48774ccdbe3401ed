import { sql } from 'kysely';
import { baton } from '../server/src/kernel/actor.ts';
import { hourMs } from '../server/src/kernel/duration.ts';
import { runCommand } from '../server/src/platform/db.ts';
import { jobsSchema } from '../server/src/platform/migrate.ts';
import { openCase } from '../server/src/slices/cases/index.ts';
import type { TestDeps } from '../server/test/deps.ts';
import { inviteCustomers, saidBy } from './customers.ts';

/**
 * Opens cases by the real command whose clocks all run out at `due`; nobody sees any of them
 * before all are there.
 */
export async function openAtOnce(deps: TestDeps, count: number, due: Date): Promise<void> {
  const customers = await inviteCustomers(deps, count);
  const openedAt = new Date(due.getTime() - 20 * hourMs);
  const atThatMoment = { ...deps, clock: { shift: () => openedAt } };
  await runCommand(atThatMoment, baton, async (ctx) => {
    for (const customer of customers) {
      const { id, address, name } = customer;
      await openCase(ctx, {
        customerId: id,
        subject: 'The bill',
        message: saidBy(customer, 'It is wrong.'),
        participants: [{ address, name, role: 'customer' }],
        receipt: true,
      });
    }
  });
}

/** The cases of which a clock ran out: how many times, the last time when, and where they are. */
export async function lapses({ db }: TestDeps) {
  const { rows } = await sql<{ id: string; level: number; times: number; at: Date }>`
    select c.id, c.level, count(*)::int as times, max(e.at) as at
    from baton.cases c join baton.case_events e on e.case_id = c.id and e.kind = 'lapsed'
    group by c.id`.execute(db);
  return rows;
}

/** How many cases each agent holds at a level. */
export async function shares({ db }: TestDeps, level: number): Promise<number[]> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from baton.cases where level = ${level}
    group by owner_id`.execute(db);
  return rows.map(({ held }) => held);
}

/** In how many cases, and how often in all, a customer was told that the case moved. */
export async function customersTold({ db }: TestDeps) {
  const { rows } = await sql<{ cases: number; messages: number }>`
    select count(distinct case_id)::int as cases, count(*)::int as messages
    from baton.outbound where kind = 'moved' and state <> 'suppressed'`.execute(db);
  return rows[0];
}

/** Jobs on which a server has laid its hand. */
export async function jobsHeldBy({ db }: TestDeps, poolId: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from ${sql.table(`${jobsSchema}._private_jobs`)}
    where locked_by = ${poolId}`.execute(db);
  return rows[0]!.held;
}

/** Work and jobs that are still to be done. */
export async function workLeft({ db }: TestDeps): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select (select count(*) from baton.work)::int
      + (select count(*) from ${sql.table(`${jobsSchema}._private_jobs`)})::int
      + (select count(*) from baton.cases where level = 1)::int as left`.execute(db);
  return rows[0]!.left;
}

/** The name of the only server there is. */
export async function onlyServer({ db }: TestDeps): Promise<string> {
  const { pool_id } = await db
    .selectFrom('baton.servers')
    .select('pool_id')
    .executeTakeFirstOrThrow();
  return pool_id;
}
