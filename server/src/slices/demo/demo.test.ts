import { languages } from '@baton/contract';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDeps, type TestDeps } from '../../../test/deps.ts';
import { checks, peopleHooks, tasks } from '../../wiring.ts';
import { TestRelay } from '../mail/testing.ts';
import { makeDemo } from './index.ts';

const size = { customers: 40, cases: 60, days: 8 };
const options = { size, hooks: peopleHooks, tasks, tell: () => {} };

let deps: TestDeps;
let relay: TestRelay;
beforeAll(async () => {
  relay = await TestRelay.start();
  deps = await testDeps({ SMTP_URL: relay.url });
  await makeDemo(deps, options);
  return () => relay.stop();
}, 180_000);

async function column<T>(query: string): Promise<T[]> {
  const { rows } = await deps.pool.query<{ one: T }>(query);
  return rows.map(({ one }) => one);
}

test('every promise holds of it', async () => {
  for (const { name, find } of checks) expect(await find(deps), name).toEqual([]);
});

test('nothing leaves, though there is a relay, and nothing is left to be sent', async () => {
  expect(relay.arrived).toEqual([]);
  const states = await column<string>('select distinct state as one from baton.outbound');
  expect(states.filter((state) => state !== 'held' && state !== 'suppressed')).toEqual([]);
  expect(await column('select task as one from baton.work')).toEqual([]);
});

test('all addresses are nobody’s', async () => {
  const addresses = await column<string>(`
    select email as one from baton.agents union select value from baton.identities
    union select address from baton.participants union select address from baton.brands
    union select unnest(recipients) from baton.outbound
    union select address from baton.channels where address is not null`);
  expect(addresses.filter((one) => !one.endsWith('.example'))).toEqual([]);
});

test('a company at work: people at three levels, six languages, and all that happens to cases', async () => {
  const { rows } = await sql<{ cases: number; customers: number; agents: number }>`
    select (select count(*)::int from baton.cases) as cases,
      (select count(*)::int from baton.customers) as customers,
      (select count(*)::int from baton.agents) as agents`.execute(deps.db);
  expect(rows[0]!.cases).toBeGreaterThanOrEqual(size.cases - 2);
  expect(rows[0]).toMatchObject({ customers: size.customers, agents: 30 });
  const spoken = await column<string>('select distinct language as one from baton.customers');
  expect(spoken.toSorted()).toEqual(languages.toSorted());
  const kinds = new Set(await column<string>('select distinct kind as one from baton.case_events'));
  for (const kind of ['lapsed', 'handed_over', 'solved', 'closed', 'replied', 'waiting_began']) {
    expect(kinds, kind).toContain(kind);
  }
  const without = await column<number>(
    'select count(*)::int as one from baton.cases where topic_id is null',
  );
  expect(without).toEqual([0]);
});

test('it goes into an empty database only', async () => {
  await expect(makeDemo(deps, options)).rejects.toThrow('into an empty database only');
  await deps.pool.query(`update baton.settings set value = '{"made": false}' where key = 'demo'`);
  await expect(makeDemo(deps, options)).rejects.toThrow('not completed');
});
