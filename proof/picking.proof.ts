import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { baton } from '../server/src/kernel/actor.ts';
import type { Ctx } from '../server/src/platform/context.ts';
import { openDatabase, runCommand } from '../server/src/platform/db.ts';
import { handOverForAbsence, openCase } from '../server/src/slices/cases/index.ts';
import { endAbsence } from '../server/src/slices/people/commands/end-absence.ts';
import { recordAbsence } from '../server/src/slices/people/commands/record-absence.ts';
import { afterThisFile } from '../server/test/cleanup.ts';
import { type TestDeps, testDeps } from '../server/test/deps.ts';
import { foundPyramid } from '../server/test/pyramid.ts';
import { type Customer, inviteCustomers, saidBy } from './customers.ts';

const connections = 8;

/** Two servers on one database, each with connections of its own. */
async function twoServers(): Promise<TestDeps[]> {
  const given = await testDeps();
  return [1, 2].map(() => {
    const { db, pool } = openDatabase(given.databaseUrl, connections);
    afterThisFile(() => db.destroy());
    return { ...given, db, pool };
  });
}

function open(deps: TestDeps, customer: Customer): Promise<unknown> {
  return runCommand(deps, baton, (ctx) =>
    openCase(ctx, {
      customerId: customer.id,
      subject: 'The bill',
      message: saidBy(customer, 'It is wrong.'),
      participants: [],
      receipt: false,
    }),
  );
}

/** Opens `count` cases over all connections of the servers at once. */
async function openMany(servers: TestDeps[], customers: Customer[], count: number): Promise<void> {
  let left = count;
  const work = async (deps: TestDeps) => {
    while (left-- > 0) await open(deps, customers[left % customers.length]!);
  };
  await Promise.all(
    servers.flatMap((deps) => Array.from({ length: connections }, () => work(deps))),
  );
}

async function heldBy({ db }: TestDeps): Promise<Map<string, number>> {
  const { rows } = await sql<{ owner: string; held: number }>`
    select owner_id as owner, count(*)::int as held from baton.cases
    where status = 'open' group by owner_id`.execute(db);
  return new Map(rows.map(({ owner, held }) => [owner, held]));
}

test('two servers share 2,000 cases evenly among ten', async () => {
  const servers = await twoServers();
  const { agents } = await foundPyramid(servers[0]!, [10, 1, 1]);
  const customers = await inviteCustomers(servers[0]!, 100);
  const begun = performance.now();
  await openMany(servers, customers, 2000);
  const tookMs = Math.round(performance.now() - begun);
  const held = await heldBy(servers[0]!);
  const counts = agents[0].map((id) => held.get(id) ?? 0).toSorted((a, b) => a - b);
  process.stdout.write(`${JSON.stringify({ counts, tookMs })}\n`);
  expect(counts.at(-1)! - counts[0]!).toBeLessThanOrEqual(2);
}, 120_000);

const hooks = {
  handOverForAbsence: async (
    ctx: Ctx,
    absence: { id: string; agentId: string; coverId: string | null },
  ) => {
    await handOverForAbsence(ctx, absence);
  },
};

test('an absence that begins while cases are opened leaves none with whoever is away', async () => {
  const servers = await twoServers();
  const { agents } = await foundPyramid(servers[0]!, [4, 1, 1]);
  const customers = await inviteCustomers(servers[0]!, 100);
  const { db } = servers[0]!;
  for (let round = 0; round < 20; round++) {
    const agent = agents[0][round % 4]!;
    const record = () =>
      runCommand(servers[round % 2]!, baton, (ctx) =>
        recordAbsence(ctx, { agent, until: null, reason: 'other', cover: null }, hooks),
      );
    const [id] = await Promise.all([record(), openMany(servers, customers, 40)]);
    expect((await heldBy(servers[0]!)).get(agent) ?? 0).toBe(0);
    await runCommand(servers[0]!, baton, (ctx) => endAbsence(ctx, { id, version: null }));
  }
  const { rows } = await sql`select 1 from baton.cases where status = 'open'`.execute(db);
  expect(rows).toHaveLength(800);
}, 120_000);
