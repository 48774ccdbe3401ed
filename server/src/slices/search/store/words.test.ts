import { beforeAll, expect, it } from 'vitest';
import { afterThisFile } from '../../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../../test/deps.ts';
import { askAs } from '../../../../test/http.ts';
import { asAgent, foundPyramid, type Pyramid } from '../../../../test/pyramid.ts';
import { buildApp } from '../../../app.ts';
import { createKey } from '../../auth/index.ts';
import { scopeOf } from '../../cases/index.ts';
import { casesWith } from './words.ts';

let deps: TestDeps;
let company: Pyramid;
let numbers: number[];

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const key = await createKey(deps, { name: 'admin', role: 'admin' });
  const admin = askAs(app, { authorization: `Bearer ${key}` });
  const customer = { name: 'Maria', email: 'maria@customer.test' };
  const made: number[] = [];
  for (const text of ['An egret.', 'A heron.', 'Egrets.', 'Egrets and herons.', 'An egret.']) {
    const { body } = await admin('POST', '/api/cases', { customer, subject: 'A matter', text });
    made.unshift(body.number);
  }
  numbers = made.filter((_, index) => index !== 3);
});

const everything = 1000;

/** Each leaves one way to the cases: the others find nothing, or too much. */
const ways = {
  'among the newest': { newest: everything, few: 0, latest: 0 },
  'among few hits': { newest: 0, few: everything, latest: 0 },
  'among the latest': { newest: 0, few: 0, latest: everything },
  'among all hits': { newest: 0, few: 0, latest: 0 },
};

it.each(Object.entries(ways))('finds the same %s', async (_, sizes) => {
  const look = async (agentId: string, limit: number, before: number | null = null) => {
    const scope = await scopeOf(deps.db, asAgent(agentId));
    const asked = { query: "'egret' | 'egrets'", scope, narrowing: { status: 'open' } };
    const rows = await deps.db
      .transaction()
      .execute((tx) => casesWith(tx, asked, { before, limit }, sizes));
    return rows.map(({ number }) => number);
  };
  expect(await look(company.agents[0][1]!, 20)).toEqual(numbers);
  expect(await look(company.agents[0][1]!, 2)).toEqual(numbers.slice(0, 2));
  expect(await look(company.agents[0][1]!, 2, numbers[1])).toEqual(numbers.slice(2));
  expect(await look(company.agents[1][1]!, 20)).toEqual([]);
});

it('finds the same among what its asker may see, where that is less than the hits', async () => {
  const agentId = company.agents[1][1]!;
  const { rows } = await deps.pool.query(
    'select id, number from baton.cases order by number limit 1',
  );
  await deps.pool.query('insert into baton.case_agents values ($1, $2, true, false)', [
    rows[0].id,
    agentId,
  ]);
  const scope = await scopeOf(deps.db, asAgent(agentId));
  const asked = { query: "'egret' | 'egrets'", scope, narrowing: {} };
  const found = await deps.db
    .transaction()
    .execute((tx) =>
      casesWith(tx, asked, { before: null, limit: 20 }, { newest: 0, few: 2, latest: 0 }),
    );
  expect(found.map(({ number }) => number)).toEqual([Number(rows[0].number)]);
});
