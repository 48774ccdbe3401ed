import { expect, test } from 'vitest';
import { foundPyramid } from '../../../test/pyramid.ts';
import { testDeps } from '../../../test/deps.ts';
import { testServer } from '../../../test/http.ts';
import { inTransaction } from '../../platform/db.ts';
import { companyDefaults } from '../people/index.ts';
import { notify } from './index.ts';

async function office() {
  const server = await testServer();
  const { headId } = await companyDefaults(server.deps.db);
  const head = await server.as('admin', headId);
  const opened = async (subject: string) => {
    const customer = { email: 'maria@customer.test', name: 'Maria Popescu' };
    return (await server.admin('POST', '/api/cases', { customer, subject, text: 'Help!' })).body;
  };
  return { ...server, headId, head, opened };
}

test('whoever gets a case is told, until they have seen it', async () => {
  const { head, admin, opened } = await office();
  const first = await opened('Router');
  const second = await opened('Modem');
  expect((await head('GET', '/api/notices/unseen')).body).toEqual({ count: 2 });
  const { body } = await head('GET', '/api/notices?limit=1');
  expect(body.items).toEqual([
    {
      id: expect.any(String),
      kind: 'case_came',
      case: { id: second.id, number: second.number, subject: 'Modem', customer: 'Maria Popescu' },
      data: {},
      at: second.openedAt,
      seenAt: null,
      mail: { state: 'queued', reason: null, at: null },
    },
  ]);
  const rest = await head('GET', `/api/notices?limit=1&cursor=${body.next}`);
  expect(rest.body).toMatchObject({ items: [{ case: { id: first.id } }], next: null });

  const seen = await head('POST', '/api/notices/seen', { case: first.id });
  expect(seen.body).toEqual({ count: 1 });
  const unseen = await head('GET', '/api/notices?unseen=true');
  expect(unseen.body.items.map((item: { case: { id: string } }) => item.case.id)).toEqual([
    second.id,
  ]);
  await head('POST', '/api/notices/seen', { ids: [body.items[0].id] });
  expect((await head('GET', '/api/notices/unseen')).body).toEqual({ count: 0 });
  expect((await admin('GET', '/api/notices')).body).toEqual({ items: [], next: null });
});

test('another agent neither sees nor ticks off what I was told', async () => {
  const { as, admin, head, opened } = await office();
  await opened('Router');
  const tom = { name: 'Tom', email: 'tom@acme.test' };
  const { id } = (await admin('POST', '/api/agents', tom)).body;
  const other = await as('agent', id);
  expect((await other('GET', '/api/notices')).body.items).toEqual([]);
  await other('POST', '/api/notices/seen', {});
  expect((await head('GET', '/api/notices/unseen')).body).toEqual({ count: 1 });
});

test('a case that the agent may not see is not named', async () => {
  const deps = await testDeps();
  const { agents } = await foundPyramid(deps);
  await inTransaction(deps.db, (tx) =>
    notify(tx, [{ agentId: agents[0][1]!, kind: 'team_full', caseId: null }], new Date()),
  );
  const rows = await deps.db.selectFrom('baton.notices').selectAll().execute();
  expect(rows).toMatchObject([{ kind: 'team_full', case_id: null, mail_state: 'queued' }]);
});
