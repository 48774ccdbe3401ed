import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { companyDefaults } from '../people/index.ts';

async function house() {
  const server = await testServer();
  const { headId } = await companyDefaults(server.deps.db);
  return { ...server, agent: await server.as('agent', headId) };
}

test('agents choose by which ways they are told, and what they did not stays the company’s', async () => {
  const { admin, agent } = await house();
  const first = (await agent('GET', '/api/notice-choices')).body;
  expect(first).toMatchObject({
    holds: {
      groups: {
        hands: { desk: true, mail: true, push: true },
        customer: { desk: true, mail: false, push: true },
        progress: { desk: true, mail: false, push: false },
      },
      onlyAtWork: true,
      gather: 'PT1M',
    },
    own: { groups: {}, onlyAtWork: null, gather: null },
  });
  expect(first.company).toEqual(first.holds);
  const groups = { customer: { mail: true }, hands: { push: false } };
  const chosen = await agent('PATCH', '/api/notice-choices', { groups, onlyAtWork: false });
  expect(chosen.body.own).toEqual({ groups, onlyAtWork: false, gather: null });
  await admin('PATCH', '/api/notice-defaults', {
    groups: { hands: { mail: false, push: true } },
    gather: 'PT15M',
  });
  const after = (await agent('GET', '/api/notice-choices')).body;
  expect(after.holds).toMatchObject({
    groups: { hands: { desk: true, mail: false, push: false }, customer: { mail: true } },
    gather: 'PT15M',
    onlyAtWork: false,
  });
  const back = { groups: { customer: { mail: null } }, onlyAtWork: null };
  expect((await agent('PATCH', '/api/notice-choices', back)).body.own).toEqual({
    groups: { hands: { push: false } },
    onlyAtWork: null,
    gather: null,
  });
  const nothing = (await agent('DELETE', '/api/notice-choices')).body;
  expect(nothing.holds).toEqual(nothing.company);
});

test('how long mail is gathered has bounds, and two who change the company’s see each other', async () => {
  const { admin, agent } = await house();
  for (const gather of ['PT30S', 'PT25H']) {
    const refused = await agent('PATCH', '/api/notice-choices', { gather });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'gather' }] } });
  }
  const { headers } = await admin('GET', '/api/notice-defaults');
  const seen = { 'if-match': String(headers['etag']) };
  const keep = (keepDays: number) => admin('PATCH', '/api/notice-defaults', { keepDays }, seen);
  expect((await keep(90)).body).toMatchObject({ keepDays: 90 });
  expect((await keep(60)).body).toMatchObject({ code: 'stale_version' });
  expect((await agent('GET', '/api/notice-defaults')).status).toBe(403);
});

test('what is switched off in the desk is not counted, and stands there all the same', async () => {
  const { admin, agent } = await house();
  const customer = { email: 'maria@customer.test', name: 'Maria Popescu' };
  await admin('POST', '/api/cases', { customer, subject: 'Router', text: 'Help!' });
  const count = async () => (await agent('GET', '/api/notices/unseen')).body.count;
  const before = await count();
  expect(before).toBeGreaterThan(0);
  await agent('PATCH', '/api/notice-choices', { groups: { hands: { desk: false } } });
  expect(await count()).toBe(0);
  expect((await agent('GET', '/api/notices')).body.items).toHaveLength(before);
});
