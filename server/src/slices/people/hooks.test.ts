import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';

/** A company of two with a case in the hands of the one who is not its head. */
async function caseInHands() {
  const server = await testServer();
  const { admin } = server;
  const [front] = (await admin('GET', '/api/teams')).body.items;
  const person = { name: 'Ana', email: 'ana@example.org', teams: [{ team: front.id }] };
  const ana = (await admin('POST', '/api/agents', person)).body;
  await admin('PATCH', `/api/teams/${front.id}`, { members: [{ agent: ana.id }] });
  const opened = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
  });
  expect(opened.body.owner.id).toBe(ana.id);
  return { ...server, ana, front, path: `/api/cases/${opened.body.id}` };
}

test('whoever is disabled has handed over their cases', async () => {
  const { admin, ana, path } = await caseInHands();
  expect((await admin('PATCH', `/api/agents/${ana.id}`, { active: false })).status).toBe(200);
  const after = (await admin('GET', path)).body;
  expect(after.owner.name).toBe('Head of the company');
  expect(after.level).toBe(1);
});

test('whoever becomes a reader has handed over their cases, too', async () => {
  const { admin, ana, path } = await caseInHands();
  await admin('PATCH', `/api/agents/${ana.id}`, { role: 'reader', teams: [] });
  expect((await admin('GET', path)).body.owner.name).toBe('Head of the company');
});

test('whoever leaves a team keeps the cases in their hands, and sees them', async () => {
  const { admin, as, ana, front, path } = await caseInHands();
  await admin('PATCH', `/api/teams/${front.id}`, { members: [] });
  const own = await as('agent', ana.id);
  expect((await own('GET', path)).body.owner.id).toBe(ana.id);
});

test('a new holding time moves the clocks that run at the level', async () => {
  const { admin, path } = await caseInHands();
  const before = (await admin('GET', path)).body.clock;
  await admin('PATCH', '/api/levels/1', { holdingTime: 'PT8H' });
  const after = (await admin('GET', path)).body.clock;
  expect(Date.parse(before.due) - Date.parse(after.due)).toBe(12 * 3_600_000);
});

test('a team, level or topic that has cases is kept', async () => {
  const { admin, path } = await caseInHands();
  const topic = (await admin('POST', '/api/topics', { name: 'Light' })).body;
  await admin('PATCH', path, { topic: topic.id });
  expect((await admin('DELETE', `/api/topics/${topic.id}`)).body.code).toBe('still_in_use');
  for (const summary of ['once', 'twice']) {
    const up = { direction: 'up', reason: 'beyond_my_authority', summary };
    expect((await admin('POST', `${path}/handovers`, up)).status).toBe(201);
  }
  expect((await admin('DELETE', '/api/levels/3')).body.code).toBe('still_in_use');
});
