import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { dayMs } from '../../kernel/duration.ts';
import { newId } from '../../platform/ids.ts';
import { watchAccess } from './commands/watch-access.ts';

/** Customers, an agent, and looks at some of them so many days ago. */
async function house() {
  const { deps, admin } = await testServer();
  const ids = Array.from({ length: 120 }, newId);
  await deps.db
    .insertInto('baton.customers')
    .values(ids.map((id) => ({ id, name: 'Ana', created_at: new Date() })))
    .execute();
  const person = { name: 'Ben', email: 'ben@desk.example' };
  const { id: ben } = (await admin('POST', '/api/agents', person)).body;
  const look = async (who: string, count: number, daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * dayMs);
    const row = { actor_kind: 'agent', actor_id: who, kind: 'customer', at };
    await deps.db
      .insertInto('baton.access_log')
      .values(ids.slice(0, count).flatMap((id) => [0, 1].map(() => ({ ...row, subject_id: id }))))
      .execute();
  };
  const told = async () =>
    (
      await deps.db
        .selectFrom('baton.notices')
        .select(['data', 'agent_id'])
        .where('kind', '=', 'unusual_access')
        .execute()
    ).map(({ data }) => data);
  return { deps, admin, ben, look, told };
}

test('administrators are told once of whoever opens far more customers than usual', async () => {
  const { deps, ben, look, told } = await house();
  // The log has room for this month and those after it only.
  const { rows } = await deps.pool.query(
    "select extract(day from now() at time zone 'UTC')::int as day",
  );
  const past = Math.min(5, rows[0].day - 1);
  for (let days = 1; days <= past; days++) await look(ben, 10, days);
  await look(ben, past === 5 ? 24 : 99, 0);
  await watchAccess(deps);
  expect(await told()).toEqual([]);
  await look(ben, past === 5 ? 30 : 100, 0);
  await Promise.all([watchAccess(deps), watchAccess(deps)]);
  const usual = past === 0 ? 0 : 10;
  expect(await told()).toEqual([{ agent: ben, customers: past === 5 ? 30 : 100, usual }]);
  await watchAccess(deps);
  expect(await told()).toHaveLength(1);
});
