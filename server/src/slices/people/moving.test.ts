import { expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';

/** A company with a second team at level 1 and a third at level 2, and somebody in the second. */
async function company() {
  const server = await testServer();
  const { admin } = server;
  const [front, special, top] = (await admin('GET', '/api/teams')).body.items;
  const [head] = (await admin('GET', '/api/agents')).body.items;
  const add = async (name: string, level: number, more = {}) =>
    (await admin('POST', '/api/teams', { name, level, lead: head.id, ...more })).body;
  const { id: billingId } = await add('Billing', 1);
  const shop = await add('Shop', 2);
  const person = { name: 'Ana', email: 'ana@example.org', teams: [{ team: billingId }] };
  const ana = (await admin('POST', '/api/agents', person)).body;
  const billing = (await admin('GET', `/api/teams/${billingId}`)).body;
  return { ...server, front, special, top, head, billing, shop, ana };
}

const saying = async (reply: ReturnType<Ask>) => {
  const { status, body } = await reply;
  return `${status} ${body.code}: ${body.detail}`;
};

test('a team goes below another one, to another level, and back; each is written down', async () => {
  const { admin, billing, special, shop, top } = await company();
  const path = `/api/teams/${billing.id}`;
  const beside = await admin('PATCH', path, { above: shop.id });
  expect(beside.body).toMatchObject({ level: 1, above: { name: 'Shop' } });
  const up = await admin('PATCH', path, { level: 2 });
  expect(up.body).toMatchObject({ level: 2, above: { id: top.id } });
  const { version } = up.body;
  expect([version, up.headers.etag]).toEqual([billing.version + 2, `"${version}"`]);
  expect((await admin('PATCH', path, { level: 3 })).body).toMatchObject({ level: 3, above: null });
  // Down again it says below which of two; nothing is chosen for it.
  expect((await admin('PATCH', path, { level: 1 })).body.errors[0].path).toBe('above');
  const down = await admin('PATCH', path, { level: 1, above: special.id });
  expect(down.body).toMatchObject({ level: 1, above: { id: special.id } });
  const { items } = (await admin('GET', '/api/settings-audit?kind=team&limit=1')).body;
  const fields = items[0].changes.map(({ field }: { field: string }) => field);
  expect(fields).toContain('level');
  expect(fields).not.toContain('version');
});

test('a team that is needed where it stands stays there', async () => {
  const { admin, front, special, top, billing, shop } = await company();
  const move = (team: { id: string }, body: object) =>
    saying(admin('PATCH', `/api/teams/${team.id}`, body));
  expect(await move(billing, { level: 7 })).toContain('422 unknown_reference');
  expect(await move(front, { level: 2 })).toContain('409 still_in_use');
  expect(await move(top, { level: 2 })).toContain('only team of level 3');
  expect(await move(special, { level: 3 })).toContain('stands above Front line');
  await admin('POST', '/api/topics', { name: 'Refunds', team: billing.id });
  expect(await move(billing, { level: 2 })).toContain('Cases of Refunds');
  // The level order leaves no way to a circle.
  expect(await move(shop, { above: billing.id })).toContain('400 invalid_request');
});

test('a team with which cases stand keeps its level, and goes below another one all the same', async () => {
  const { admin, front, billing, shop } = await company();
  const topic = (await admin('POST', '/api/topics', { name: 'Light', team: billing.id })).body;
  const opened = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
    topic: topic.id,
  });
  expect(opened.body.team.id).toBe(billing.id);
  await admin('PATCH', `/api/topics/${topic.id}`, { team: null });
  const path = `/api/teams/${billing.id}`;
  const refused = await saying(admin('PATCH', path, { level: 2 }));
  expect(refused).toMatch(/^409 still_in_use: Cases stand with Billing at level 1/);
  expect((await admin('PATCH', path, { above: shop.id })).body.above.name).toBe('Shop');
  // Handed on, it still runs by the clock that began here.
  const across = { direction: 'across', reason: 'wish_of_lead', summary: 'Yours.', team: front.id };
  const url = `/api/cases/${opened.body.id}/handovers`;
  expect((await admin('POST', url, across)).status).toBe(201);
  const runs = await saying(admin('PATCH', path, { level: 2 }));
  expect(runs).toMatch(/^409 still_in_use: Cases that went on from Billing/);
});

test('of two who move the same at once, the second is told', async () => {
  const { admin, front, billing, shop, ana } = await company();
  const seen = { 'if-match': `"${ana.version}"` };
  const path = `/api/agents/${ana.id}`;
  const moved = await admin('PATCH', path, { teams: [{ team: front.id, capacity: 7 }] }, seen);
  expect(moved.body.teams).toEqual([{ team: { id: front.id, name: 'Front line' }, capacity: 7 }]);
  expect(moved.headers.etag).toBe(`"${moved.body.version}"`);
  const late = await admin('PATCH', path, { teams: [{ team: shop.id }] }, seen);
  expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
  // Who belongs to a team is changed from both sides.
  const left = (await admin('GET', `/api/teams/${billing.id}`)).body;
  expect(left).toMatchObject({ members: [], version: billing.version + 1 });
  const stale = { 'if-match': `"${billing.version}"` };
  const again = await admin('PATCH', `/api/teams/${billing.id}`, { above: shop.id }, stale);
  expect(again.body.code).toBe('stale_version');
  const before = (await admin('GET', path)).body.version;
  await admin('PATCH', `/api/teams/${front.id}`, { members: [{ agent: ana.id, capacity: 7 }] });
  expect((await admin('GET', path)).body.version).toBe(before);
  await admin('PATCH', `/api/teams/${front.id}`, { members: [] });
  expect((await admin('GET', path)).body.version).toBe(before + 1);
});
