import { type Area, areas, type Rank, ranks, roles } from '@baton/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askAs } from '../test/http.ts';
import { testDeps, type TestDeps } from '../test/deps.ts';
import { afterThisFile } from '../test/cleanup.ts';
import { knock, nameOf, permissionTable, reception, type Route } from '../test/permission-table.ts';
import { foundPyramid, type Pyramid } from '../test/pyramid.ts';
import { openHttp } from './platform/http.ts';
import { newId } from './platform/ids.ts';
import { customerLink } from './slices/cases/index.ts';
import { createKey } from './slices/auth/index.ts';
import { authenticate, routes as register } from './wiring.ts';

/** Pages for customers and what serves them: no part of the API, each open to whoever has the link. */
const pages = ['GET /c/{token}', 'POST /c/{token}', 'GET /f/{token}'];

let deps: TestDeps;
let company: Pyramid;
let ask: (who: Record<string, string>) => Ask;
let table: Route[];
const registered = new Map<string, string | undefined>();

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const app = await openHttp(deps, authenticate(deps));
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) {
      if (one === 'HEAD') continue;
      registered.set(`${one} ${url.replaceAll(/:(\w+)/g, '{$1}')}`, config?.access);
    }
  });
  for (const one of register) await one(app, deps);
  await app.ready();
  afterThisFile(() => app.close());
  ask = (who) => askAs(app, who);
  table = await permissionTable();
});

/** A key with a role; it acts as an agent where one is given. */
async function keyOf(key: { role: (typeof roles)[number]; agentId?: string; scopes?: object }) {
  return ask({ authorization: `Bearer ${await createKey(deps, { name: 'a key', ...key })}` });
}

/** Knocks at routes; how each received the asker, and how it should for their rank in its area. */
async function receptions(asker: Ask, rankIn: (area: Area) => Rank, some = table) {
  const found: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const route of some.filter(({ least }) => least !== 'public')) {
    const enters = ranks.indexOf(rankIn(route.area as Area)) >= ranks.indexOf(route.least as Rank);
    expected[nameOf(route)] = enters ? 'let in' : 'refused';
    found[nameOf(route)] = reception(await knock(asker, route));
  }
  return { found, expected };
}

/** Whoever is let in at all may ask who they are. */
const atLeastToldWho = (area: Area, rank: Rank) =>
  area === 'Access' && rank === 'none' ? 'reader' : rank;

describe('the table of permissions', () => {
  test('knows every route that there is, as it is, and none besides', () => {
    const known = Object.fromEntries(table.map((route) => [nameOf(route), route.least]));
    const all = Object.fromEntries(registered);
    for (const page of pages) {
      expect(all[page]).toBe('public');
      delete all[page];
    }
    // Stands outside the slices.
    expect(known['GET /api/health']).toBe('public');
    delete known['GET /api/health'];
    expect(all).toEqual(known);
    expect(table.length).toBeGreaterThan(100);
  });

  test.each([
    ['nobody', () => ({})],
    ['a key that was never made', () => ({ authorization: `Bearer baton_${'A'.repeat(43)}` })],
    ['a customer with the link to a case', withLink],
    ['a customer with it as a cookie', () => ({ cookie: `baton.session_token=${linkToken()}` })],
  ])('is closed to %s but for what is public', async (_who, headers) => {
    const asker = ask(headers());
    for (const route of table.filter(({ least }) => least !== 'public')) {
      expect([nameOf(route), reception(await knock(asker, route))]).toEqual([
        nameOf(route),
        'unknown',
      ]);
    }
  });

  test.each(roles)('says what a %s may, as a key and as an agent of any team', async (role) => {
    const all = [await receptions(await keyOf({ role }), () => role)];
    const own = role === 'admin' ? 'agent' : role;
    const [lead, agent, above] = company.agents.flat() as [string, string, string];
    const people = { reader: [agent], agent: [agent, lead, above], lead: [lead], admin: [agent] };
    for (const agentId of people[role]) {
      all.push(await receptions(await keyOf({ role, agentId }), () => own));
    }
    for (const { found, expected } of all) expect(found).toEqual(expected);
  });

  test.each(areas)(
    'says what a key for %s may with each rank, and that it may no more',
    async (area) => {
      const elsewhere = new Set(
        areas.map((other) => table.find((one) => one.area === other && one.least !== 'public')),
      );
      const some = table.filter((one) => one.area === area || elsewhere.has(one));
      for (const rank of ranks) {
        const asker = await keyOf({ role: 'admin', scopes: { [area]: rank } });
        const rankIn = (other: Area) => atLeastToldWho(other, other === area ? rank : 'none');
        const tried = rank === 'lead' ? table : some;
        const { found, expected } = await receptions(asker, rankIn, tried);
        expect(found).toEqual(expected);
      }
    },
  );
});

function linkToken(): string {
  return customerLink(deps, 1).split('/').at(-1)!;
}

function withLink() {
  return { authorization: `Bearer ${linkToken()}`, 'x-token': newId() };
}
