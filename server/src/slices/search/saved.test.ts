import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { type Ask, askAs } from '../../../test/http.ts';
import { meet } from '../../../test/meet.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { createKey } from '../auth/index.ts';

let deps: TestDeps;
let company: Pyramid;
let admin: Ask;
let lead: Ask;
let member: Ask;
let other: Ask;
const path = '/api/saved-searches';

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const as = async (agentId: string, role: 'agent' | 'lead') =>
    askAs(app, { authorization: `Bearer ${await createKey(deps, { name: role, role, agentId })}` });
  const all = await createKey(deps, { name: 'all', role: 'admin' });
  admin = askAs(app, { authorization: `Bearer ${all}` });
  lead = await as(company.agents[0][0]!, 'lead');
  member = await as(company.agents[0][1]!, 'agent');
  other = await as(company.agents[1][1]!, 'agent');
});

const namesOf = async (ask: Ask) =>
  (await ask('GET', path)).body.items.map((one: { name: string }) => one.name);
const keep = async (ask: Ask, name: string, more: object = {}) =>
  (await ask('POST', path, { name, search: { q: name }, ...more })).body;

it('is kept, renamed, moved and dropped by its owner, and seen by nobody else', async () => {
  const [one, two, three] = [
    await keep(member, 'one'),
    await keep(member, 'two'),
    await keep(member, 'three'),
  ];
  expect(one).toMatchObject({ name: 'one', search: { q: 'one' }, team: null, yours: true });
  await member('PATCH', `${path}/${three.id}`, { place: 0 });
  expect(await namesOf(member)).toEqual(['three', 'one', 'two']);
  await member('PATCH', `${path}/${three.id}`, { place: 1 });
  expect(await namesOf(member)).toEqual(['one', 'three', 'two']);
  await member('PATCH', `${path}/${one.id}`, { place: 9, name: 'uno' });
  expect(await namesOf(member)).toEqual(['three', 'two', 'uno']);
  expect((await member('DELETE', `${path}/${two.id}`)).status).toBe(204);
  expect(await namesOf(member)).toEqual(['three', 'uno']);
  expect(await namesOf(lead)).toEqual([]);
  expect((await lead('PATCH', `${path}/${one.id}`, { name: 'x' })).status).toBe(404);
});

it('is shared with a team by its lead', async () => {
  const [team] = company.teams;
  expect((await member('POST', path, { name: 'no', search: {}, team })).body.code).toBe(
    'unknown_reference',
  );
  const shared = await keep(lead, 'ours', { team });
  expect(shared.team).toEqual({ id: team, name: 'Front line' });
  expect(await namesOf(member)).toContain('ours');
  expect(await namesOf(other)).toEqual([]);
  expect((await member('DELETE', `${path}/${shared.id}`)).status).toBe(403);
  await lead('PATCH', `${path}/${shared.id}`, { team: null });
  expect(await namesOf(member)).not.toContain('ours');
});

it('takes two changes at once, of which neither is lost', async () => {
  const { id } = await keep(other, 'before');
  const hold = sql`select from baton.saved_searches where id = ${id} for update`;
  const [named, sought] = await meet(deps.db, hold, [
    () => other('PATCH', `${path}/${id}`, { name: 'after' }),
    () => other('PATCH', `${path}/${id}`, { search: { q: 'else' } }),
  ]);
  expect([named?.status, sought?.status]).toEqual([200, 200]);
  const { items } = (await other('GET', path)).body;
  expect(items).toMatchObject([{ name: 'after', search: { q: 'else' } }]);
  await other('DELETE', `${path}/${id}`);
});

it('counts what each finds, among what its asker may see', async () => {
  const open = (text: string) =>
    admin('POST', '/api/cases', {
      customer: { name: 'Maria', email: 'maria@customer.test' },
      subject: 'A matter',
      text,
    });
  for (const text of ['An aardvark.', 'Aardvarks.', 'A badger.']) await open(text);
  const countsOf = async (ask: Ask) => {
    const names = await ask('GET', path);
    const { items } = (await ask('GET', `${path}/counts`)).body;
    return names.body.items.map(({ id, name }: { id: string; name: string }) => {
      const { count, more } = items.find((one: { id: string }) => one.id === id);
      return [name, count, more];
    });
  };
  const kept = ['aardvark', 'nowhere', '???'];
  for (const name of kept) await keep(lead, name);
  await keep(lead, 'mine', { search: { owner: 'me', status: 'closed' } });
  await keep(other, 'aardvark');
  // What takes too long on a busy machine is not counted, and asked for again.
  const all = { timeout: 20_000, interval: 100 };
  await expect
    .poll(() => countsOf(lead), all)
    .toEqual(
      expect.arrayContaining([
        ['aardvark', 2, false],
        ['nowhere', 0, false],
        ['???', 0, false],
        ['mine', 0, false],
      ]),
    );
  await expect.poll(() => countsOf(other), all).toEqual([['aardvark', 0, false]]);
});
