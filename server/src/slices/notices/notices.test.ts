import { describe, expect, test } from 'vitest';
import { foundPyramid } from '../../../test/pyramid.ts';
import { testDeps } from '../../../test/deps.ts';
import { testServer } from '../../../test/http.ts';
import { inTransaction } from '../../platform/db.ts';
import { companyDefaults } from '../people/index.ts';
import { mailFrom, notify } from './index.ts';
import { mailChoice, tellWithinMs } from './rules/mail-choice.ts';

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

test('agents choose for themselves what comes by mail', async () => {
  const { as, admin } = await office();
  const tom = (await admin('POST', '/api/agents', { name: 'Tom', email: 'tom@acme.test' })).body;
  expect(tom.mailNotices).toBe('important');
  const asTom = await as('agent', tom.id);
  const changed = await asTom('PATCH', `/api/agents/${tom.id}`, { mailNotices: 'none' });
  expect(changed.body.mailNotices).toBe('none');
  const eva = (await admin('POST', '/api/agents', { name: 'Eva', email: 'eva@acme.test' })).body;
  expect((await asTom('PATCH', `/api/agents/${eva.id}`, { mailNotices: 'all' })).status).toBe(403);
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

test('mail waits for working hours, unless it presses', () => {
  const hours = {
    zone: 'UTC',
    weekly: [{ day: 4 as const, from: '09:00', to: '17:00' }],
    closed: [],
  };
  const wednesday = new Date('2026-03-04T10:00:00.000Z');
  const thursday = new Date('2026-03-05T09:00:00.000Z');
  const from = (kind: string, ofPressingCase = false) =>
    mailFrom({ kind, ofPressingCase }, hours, wednesday);
  expect(from('case_came')).toEqual(thursday);
  expect(from('case_came', true)).toEqual(wednesday);
  expect(from('high_stakes')).toEqual(wednesday);
  expect(mailFrom({ kind: 'case_came', ofPressingCase: false }, hours, thursday)).toEqual(thursday);
});

describe('what is told by mail', () => {
  const now = new Date('2026-03-04T10:00:00.000Z');
  const came = { kind: 'case_came', at: now, seenAt: null };
  const wrote = { ...came, kind: 'customer_wrote' };
  const agent = { active: true, mailNotices: 'important' as const };
  test.each([
    ['what is important, to begin with', came, agent, null],
    ['not what is only useful', wrote, agent, 'not_important'],
    ['all of it, when asked for', wrote, { ...agent, mailNotices: 'all' as const }, null],
    ['nothing, when asked for', came, { ...agent, mailNotices: 'none' as const }, 'not_wanted'],
    ['nothing that was seen in the desk', { ...came, seenAt: now }, agent, 'seen'],
    ['nothing to who has left', came, { ...agent, active: false }, 'inactive'],
    [
      'nothing that is long past',
      { ...came, at: new Date(now.getTime() - tellWithinMs - 1) },
      agent,
      'too_old',
    ],
  ])('%s', (_, notice, chosen, reason) => {
    expect(mailChoice(notice, chosen, now)).toBe(reason);
  });
});
