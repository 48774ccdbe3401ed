import { blanksIn, languages } from '@baton/contract';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import type { TestDeps } from '../../../test/deps.ts';
import { startersIn } from './starters/index.ts';

let deps: TestDeps;
let admin: Ask;
let agent: Ask;
beforeAll(async () => {
  const house = await testServer();
  ({ deps, admin } = house);
  agent = await house.as('agent');
});

const greeting = 'Dear {{customer.name}},\n\nwe have [[what was done]]. Yours, {{agent.name}}';
const newTemplate = async (more: object = {}) =>
  (await admin('POST', '/api/templates', { name: 'Done', text: greeting, language: 'en', ...more }))
    .body;
const openCase = async () =>
  (
    await admin('POST', '/api/cases', {
      customer: { name: 'Maria', email: 'maria@home.test' },
      subject: 'Refund',
      text: 'Please refund.',
    })
  ).body.id as string;
const one = async (id: string) => (await admin('GET', `/api/templates/${id}`)).body;

describe('templates', () => {
  it('are written by leads, read by everybody, and never overwrite what somebody else wrote', async () => {
    const { id, version } = await newTemplate();
    expect((await agent('GET', '/api/templates')).body.items[0]).toMatchObject({ name: 'Done' });
    expect((await agent('PATCH', `/api/templates/${id}`, { name: 'X' })).status).toBe(403);
    const seen = { 'if-match': `"${version}"` };
    const changed = await admin('PATCH', `/api/templates/${id}`, { name: 'Solved' }, seen);
    expect(changed.body).toMatchObject({ name: 'Solved', text: greeting, version: version + 1 });
    expect((await admin('PATCH', `/api/templates/${id}`, { name: 'Y' }, seen)).status).toBe(412);
    const [brand] = (await admin('GET', '/api/brands')).body.items;
    const narrowed = await admin('PATCH', `/api/templates/${id}`, { brand: brand.id });
    expect(narrowed.body.brand).toEqual({ id: brand.id, name: brand.name });
  });

  it('that were taken away can be brought back', async () => {
    const { id } = await newTemplate();
    expect((await admin('DELETE', `/api/templates/${id}`)).status).toBe(204);
    expect((await admin('GET', `/api/templates/${id}`)).status).toBe(404);
    expect((await admin('DELETE', `/api/templates/${id}`)).status).toBe(404);
    expect((await admin('POST', `/api/templates/${id}/restoration`, {})).body.id).toBe(id);
    expect((await one(id)).name).toBe('Done');
  });

  test.each([
    ['a blank that Baton cannot fill in', { text: 'Dear {{customer.shoe}}' }, 400],
    ['a team that there is not', { team: '019a0000-0000-7000-8000-000000000000' }, 422],
  ])('are refused with %s', async (_what, wrong, status) => {
    const body = { name: 'Done', text: greeting, language: 'en', ...wrong };
    expect((await admin('POST', '/api/templates', body)).status).toBe(status);
  });

  it('of the library are added once, and again when they were taken away', async () => {
    const add = async () =>
      (await admin('POST', '/api/templates/starters', { languages: ['en', 'da'] })).body.added;
    expect([await add(), await add()]).toEqual([24, 0]);
    const { items } = (await admin('GET', '/api/templates')).body;
    const starter = items.find((item: { starter: string | null }) => item.starter !== null);
    await admin('DELETE', `/api/templates/${starter.id}`);
    expect(await add()).toBe(1);
    const back = await admin('POST', `/api/templates/${starter.id}/restoration`, {});
    expect([back.status, back.body.code]).toEqual([409, 'already_exists']);
  });
});

describe('a reply that began with a template', () => {
  it.each(['replies', 'solution'])('is refused with a blank left: %s', async (noun) => {
    const { id } = await newTemplate();
    const at = `/api/cases/${await openCase()}/${noun}`;
    const left = 'Dear Maria,\n\nwe have [[what was done]]. Yours, Tom';
    const refused = await admin('POST', at, { text: left, files: [], template: id });
    expect([refused.status, refused.body.code]).toEqual([422, 'unfilled_blank']);
    expect(refused.body.detail).toContain('[[what was done]]');
    // Also where nobody says that it began with one: a draft may have lost that.
    expect((await admin('POST', at, { text: left, files: [] })).status).toBe(422);
    const software = 'Write [[ -f x ]] and {{ user }} in your script.';
    expect((await admin('POST', at, { text: software, files: [] })).status).toBe(201);
  });

  it('is counted, and counted apart when nobody wrote a word of it', async () => {
    const { id } = await newTemplate({ text: 'Dear {{customer.name}},\n\nit is done.' });
    const at = `/api/cases/${await openCase()}/replies`;
    const said = ['Dear Maria,\n\nit is done.', 'Dear Maria,\n\nit is done, and checked twice.'];
    for (const text of said) {
      const reply = { text, files: [], template: id, hints: ['unchanged_template', 'no_name'] };
      expect((await admin('POST', at, reply)).status).toBe(201);
    }
    expect(await one(id)).toMatchObject({ used: 2, unchanged: 1 });
    const kept = await deps.db
      .selectFrom('baton.message_writing')
      .select('hints')
      .where('template_id', '=', id)
      .execute();
    expect(kept).toEqual([
      { hints: ['unchanged_template', 'no_name'] },
      { hints: ['unchanged_template', 'no_name'] },
    ]);
    const [first] = (await admin('GET', '/api/templates')).body.items;
    expect(first.id).toBe(id);
  });
});

test.each(languages)(
  'the library in %s greets by name and leaves what only a person knows',
  (language) => {
    const starters = startersIn(language);
    expect(starters).toHaveLength(12);
    for (const { code, text } of starters) {
      const blanks = blanksIn(text);
      expect([code, text.split('\n')[0]!.includes('{{customer.name}}')]).toEqual([code, true]);
      expect([code, blanks.filter((one) => one.startsWith('[[')).length > 2]).toEqual([code, true]);
      expect([code, text.match(/\[\[/g)?.length]).toEqual([code, text.match(/\]\]/g)?.length]);
      expect([code, blanks.includes('{{case.number}}')]).toEqual([code, false]);
    }
  },
);
