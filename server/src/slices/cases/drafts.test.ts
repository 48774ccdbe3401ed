import { beforeAll, expect, test } from 'vitest';
import { dayMs } from '../../kernel/duration.ts';
import type { Ask } from '../../../test/http.ts';
import { pyramidServer } from '../../../test/pyramid-server.ts';
import { forgetDrafts } from './upkeep.ts';

const { deps, company, admin, as, openOne } = await pyramidServer([2, 1, 1]);

/** Two cases, and somebody of the front line who holds neither. */
let owned: Awaited<ReturnType<typeof openOne>>;
let colleague: Ask;
beforeAll(async () => {
  owned = await openOne();
  const other = company.agents[0].find((id) => id !== owned.ownerId)!;
  colleague = await as(other);
});

const drafts = async (ask: Ask) => (await ask('GET', '/api/drafts')).body.items;
const keep = (ask: Ask, url: string, kind: string, body: object, version = 0) =>
  ask('PUT', `${url}/drafts/${kind}`, body, { 'if-match': `"${version}"` });

test('a draft whose case went out of sight shows what one wrote, and nothing of the case', async () => {
  await keep(colleague, owned.url, 'note', { text: 'I know this one.' });
  expect(await drafts(colleague)).toMatchObject([
    { case: { subject: 'Charged twice', customer: { name: 'Maria' } }, text: 'I know this one.' },
  ]);
  const up = { direction: 'up', reason: 'needs_other_access', summary: 'Needs the log.' };
  expect((await owned.owner('POST', `${owned.url}/handovers`, up)).status).toBe(201);
  expect((await colleague('GET', owned.url)).status).toBe(404);

  const [draft] = await drafts(colleague);
  expect(draft).toMatchObject({ case: { number: owned.number, subject: null, customer: null } });
  expect(draft.text).toBe('I know this one.');
  expect(JSON.stringify(draft)).not.toMatch(/Maria|Charged/);
  const more = await keep(colleague, owned.url, 'note', { text: 'More.' }, draft.version);
  expect(more.status).toBe(404);
});

test('what was discarded can be brought back for a day, by its writer alone', async () => {
  const [draft] = await drafts(colleague);
  const url = `/api/drafts/${draft.id}`;
  const seen = { 'if-match': `"${draft.version}"` };
  expect((await owned.owner('DELETE', url)).status).toBe(404);
  expect((await colleague('DELETE', url, undefined, { 'if-match': '"99999"' })).status).toBe(412);
  expect((await colleague('DELETE', url, undefined, seen)).status).toBe(204);
  expect((await colleague('DELETE', url)).status).toBe(404);
  expect(await drafts(colleague)).toEqual([]);
  expect((await owned.owner('POST', `${url}/restoration`, {})).status).toBe(404);
  expect((await colleague('POST', `${url}/restoration`, {})).status).toBe(204);
  expect(await drafts(colleague)).toMatchObject([{ id: draft.id, text: 'I know this one.' }]);
  expect((await colleague('POST', `${url}/restoration`, {})).status).toBe(404);

  await colleague('DELETE', url);
  await forgetDrafts(deps, new Date(Date.now() + dayMs / 2));
  expect((await colleague('POST', `${url}/restoration`, {})).status).toBe(204);
  await colleague('DELETE', url);
  await forgetDrafts(deps, new Date(Date.now() + 2 * dayMs));
  expect((await colleague('POST', `${url}/restoration`, {})).status).toBe(404);
});

test('where something new was begun, what was discarded before does not come back over it', async () => {
  const { url, owner } = await openOne();
  await keep(owner, url, 'reply', { text: 'Old' });
  const [old] = await drafts(owner);
  await owner('DELETE', `/api/drafts/${old.id}`);
  expect((await keep(owner, url, 'reply', { text: 'New' })).status).toBe(200);
  expect((await owner('POST', `/api/drafts/${old.id}/restoration`, {})).status).toBe(404);
  expect(await drafts(owner)).toMatchObject([{ text: 'New' }]);
  await owner('DELETE', `${url}/drafts/reply`);
});

test('a reply that was begun may be sent as the solution, and is no draft any more', async () => {
  const { url, owner } = await openOne();
  const { body } = await keep(owner, url, 'reply', { text: 'Both are refunded.' });
  const solution = { text: body.text, files: [], draft: body.version };
  expect((await owner('POST', `${url}/solution`, solution)).status).toBe(201);
  expect(await drafts(owner)).toEqual([]);
});

test('a draft remembers with which template it began; taken back, the template was not used', async () => {
  const { url, owner } = await openOne();
  const text = 'Dear Maria, it is done.';
  const made = await admin('POST', '/api/templates', { name: 'Done', text, language: 'en' });
  const template = made.body.id as string;
  const kept = await keep(owner, url, 'reply', { text, template });
  expect(kept.body.template).toBe(template);
  const unknown = { text, template: '019a0000-0000-7000-8000-000000000000' };
  expect((await keep(owner, url, 'reply', unknown, kept.body.version)).status).toBe(422);

  const said = { text, files: [], template, withdrawable: true, draft: kept.body.version };
  const sent = await owner('POST', `${url}/replies`, { ...said, hints: ['unchanged_template'] });
  const written = {
    template: { id: template, name: 'Done' },
    unchanged: true,
    hints: ['unchanged_template'],
  };
  expect(sent.body.written).toEqual(written);
  const used = async () => (await admin('GET', `/api/templates/${template}`)).body.used;
  expect([await used(), await drafts(owner)]).toEqual([1, []]);
  const { items } = (await owner('GET', `${url}/messages`)).body;
  expect(items.map((one: { written: unknown }) => one.written)).toEqual([null, written]);

  const back = `${url}/messages/${sent.body.id}/withdrawal`;
  expect((await owner('POST', back, {})).status).toBe(201);
  expect(await used()).toBe(0);
  expect(await drafts(owner)).toMatchObject([{ text, template }]);
});

test('a message taken back comes before what was begun after it and discarded', async () => {
  const { url, owner } = await openOne();
  const said = { text: 'Sent too soon.', files: [], withdrawable: true };
  const sent = await owner('POST', `${url}/replies`, said);
  await keep(owner, url, 'reply', { text: 'Begun after it.' });
  const [begun] = await drafts(owner);
  await owner('DELETE', `/api/drafts/${begun.id}`);
  const back = `${url}/messages/${sent.body.id}/withdrawal`;
  expect((await owner('POST', back, {})).status).toBe(201);
  expect(await drafts(owner)).toMatchObject([{ text: 'Sent too soon.\n\nBegun after it.' }]);
});

test('a message taken back stands there once where the same was kept beside it', async () => {
  const { url, owner } = await openOne();
  const said = { text: 'Sent too soon.', files: [], withdrawable: true };
  const sent = await owner('POST', `${url}/replies`, said);
  await keep(owner, url, 'reply', { text: said.text });
  const own = async () =>
    (await drafts(owner)).filter((one: { case: { id: string } }) => url.endsWith(one.case.id));
  const [beside] = await own();
  await owner('DELETE', `/api/drafts/${beside.id}`);
  const back = `${url}/messages/${sent.body.id}/withdrawal`;
  expect((await owner('POST', back, {})).status).toBe(201);
  expect(await own()).toMatchObject([{ text: said.text }]);
});
