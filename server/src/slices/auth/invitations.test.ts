import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { firstAdministratorLink } from './index.ts';
import { Browser } from './testing.ts';

const tokenOf = (url: string) => url.split('/').at(-1)!;
const password = 'a long enough password';

test('who has not come in yet is listed, with the link that is open, until they have', async () => {
  const { admin, app, deps } = await testServer();
  const hire = async (name: string) =>
    (await admin('POST', '/api/agents', { name, email: `${name}@x.test` })).body.id as string;
  const [tom, ioana, bot] = [await hire('Tom'), await hire('Ioana'), await hire('Bot')];
  const [gone, out, lapsed] = [await hire('Gone'), await hire('Out'), await hire('Lapsed')];
  await admin('PATCH', `/api/agents/${gone}`, { active: false });
  await admin('POST', '/api/keys', { name: 'A program', role: 'agent', agent: bot });
  await admin('POST', '/api/keys', { name: 'An old one', role: 'agent', agent: lapsed });
  const { db } = deps;
  await sql`update baton.keys set expires_at = now() where agent_id = ${lapsed}`.execute(db);
  await sql`update baton.agents set locked_at = now() where id = ${out}`.execute(db);
  const waiting = async () =>
    (await admin('GET', '/api/invitations')).body.items.filter(
      (one: { agent: { name: string } }) => one.agent.name !== 'Head of the company',
    );
  const old = { agent: { id: lapsed, name: 'Lapsed' }, openUntil: null };
  expect(await waiting()).toEqual([
    { agent: { id: ioana, name: 'Ioana' }, openUntil: null },
    old,
    { agent: { id: tom, name: 'Tom' }, openUntil: null },
  ]);

  const made = (await admin('POST', `/api/agents/${tom}/sign-in-link`, {})).body;
  expect(await waiting()).toContainEqual({
    agent: { id: tom, name: 'Tom' },
    openUntil: made.expiresAt,
  });
  const person = { name: 'Tom', email: 'tom@x.test', password };
  await new Browser(app).ask('POST', `/api/sign-in-links/${tokenOf(made.url)}`, person);
  expect(await waiting()).toEqual([{ agent: { id: ioana, name: 'Ioana' }, openUntil: null }, old]);
});

test('leads see it, agents do not', async () => {
  const { as } = await testServer();
  expect((await (await as('lead'))('GET', '/api/invitations')).status).toBe(200);
  expect((await (await as('agent'))('GET', '/api/invitations')).status).toBe(403);
});

type Entry = {
  kind: string;
  actor: { id: string | null };
  changes: { field: string; from: unknown; to: unknown }[];
};

const namesOf = ({ body }: { body: { items: { name: string }[] } }) =>
  body.items.map(({ name }) => name);

test('the company begins in the zone and language of its first administrator', async () => {
  const { admin, app, deps } = await testServer();
  const person = { name: 'Ana', email: 'ana@x.test', password, zone: 'Asia/Tokyo', language: 'ro' };
  const link = await firstAdministratorLink(deps);
  await new Browser(app).ask('POST', `/api/sign-in-links/${tokenOf(link!)}`, person);
  expect((await admin('GET', '/api/company')).body).toMatchObject({ zone: 'Asia/Tokyo' });
  const [brand] = (await admin('GET', '/api/brands')).body.items;
  expect(brand).toMatchObject({ zone: 'Asia/Tokyo', language: 'ro' });
  const names = ['Prima linie', 'Specialiști', 'Conducerea'];
  expect(namesOf(await admin('GET', '/api/levels'))).toEqual(names);
  expect(namesOf(await admin('GET', '/api/teams'))).toEqual(names);
  // What it changed is written down, as whoever changed it: the next change begins there.
  const { head } = (await admin('GET', '/api/company')).body;
  await admin('PATCH', '/api/company', { zone: 'Europe/Copenhagen' });
  const { items } = (await admin('GET', '/api/settings-audit')).body;
  const zones = (items as Entry[]).flatMap(({ kind, actor, changes }) =>
    changes
      .filter(({ field }) => field === 'zone')
      .map(({ from, to }) => [kind, actor.id === head.id, from, to]),
  );
  expect(zones).toEqual([
    ['company', false, 'Asia/Tokyo', 'Europe/Copenhagen'],
    ['brand', true, 'UTC', 'Asia/Tokyo'],
    ['company', true, 'UTC', 'Asia/Tokyo'],
  ]);
  const named = (items as Entry[]).filter(({ kind }) => ['level', 'team'].includes(kind));
  expect(named.map(({ kind }) => kind).toSorted()).toEqual([
    ...['level', 'level', 'level', 'team', 'team', 'team'],
  ]);
});

test('what somebody named before, and what another is called, keeps its name', async () => {
  const { admin, app, deps } = await testServer();
  const [front] = (await admin('GET', '/api/teams')).body.items;
  const renamed = await admin('PATCH', `/api/teams/${front.id}`, { name: 'Specialister' });
  expect(renamed.status).toBe(200);
  await admin('PATCH', '/api/levels/3', { name: 'Board' });
  const person = { name: 'Ana', email: 'ana@x.test', password, language: 'da' };
  const link = await firstAdministratorLink(deps);
  await new Browser(app).ask('POST', `/api/sign-in-links/${tokenOf(link!)}`, person);
  expect(namesOf(await admin('GET', '/api/levels'))).toEqual([
    ...['Frontlinjen', 'Specialister', 'Board'],
  ]);
  expect(namesOf(await admin('GET', '/api/teams'))).toEqual([
    ...['Specialister', 'Specialists', 'Direktionen'],
  ]);
});

test('what was chosen for the company before stays, and nobody else moves it', async () => {
  const { admin, app, deps } = await testServer();
  await admin('PATCH', '/api/company', { zone: 'Europe/Copenhagen' });
  const link = await firstAdministratorLink(deps);
  const there = { password, zone: 'Asia/Tokyo' } as const;
  await new Browser(app).ask('POST', `/api/sign-in-links/${tokenOf(link!)}`, {
    ...{ name: 'Ana', email: 'ana@x.test', ...there },
  });
  const tom = (await admin('POST', '/api/agents', { name: 'Tom', email: 'tom@x.test' })).body.id;
  const { url } = (await admin('POST', `/api/agents/${tom}/sign-in-link`, {})).body;
  await new Browser(app).ask('POST', `/api/sign-in-links/${tokenOf(url)}`, {
    ...{ name: 'Tom', email: 'tom@x.test', ...there, zone: 'America/Lima' },
  });
  expect((await admin('GET', '/api/company')).body).toMatchObject({ zone: 'Europe/Copenhagen' });
  const [brand] = (await admin('GET', '/api/brands')).body.items;
  expect(brand).toMatchObject({ zone: 'Europe/Copenhagen', language: 'en' });
});
