import { expect, test, vi } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { testServer } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import { dayMs, minuteMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import { noticeTasks } from '../notices/index.ts';
import { authTasks, firstAdministratorLink, upkeep } from './index.ts';
import { Browser, codeFor, enrol } from './testing.ts';

const person = { name: 'Ioana', email: 'ioana@example.org', password: 'a long enough password' };
const { email, password } = person;
const signInPath = '/api/auth/sign-in/email';

/** A browser that asks from elsewhere. */
function browserAt(app: App, address: string): Browser {
  return new Browser({
    inject: (options: object) => app.inject({ ...options, remoteAddress: address }),
  } as unknown as App);
}

/** A server in which everything runs as it is, and what hashes is counted. */
async function countingApp(deps: Deps) {
  vi.resetModules();
  vi.doMock('./passwords.ts', { spy: true });
  const fresh = await import('../../app.ts');
  const app = await fresh.buildApp(deps);
  afterThisFile(() => app.close());
  return { app, ...(await import('./passwords.ts')) };
}

async function office() {
  const server = await testServer();
  const { app, deps } = server;
  const owner = browserAt(app, '203.0.113.1');
  const link = await firstAdministratorLink(deps);
  const taken = await owner.ask('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, person);
  expect(taken.status).toBe(200);
  const { secret } = await enrol(owner);
  const thief = browserAt(app, '203.0.113.66');
  const guess = (browser = thief, at = email) =>
    browser.ask('POST', signInPath, { email: at, password: 'not the password' });
  const signIn = (browser: Browser) => browser.ask('POST', signInPath, { email, password });
  let travelled = 0;
  /** Both factors, with a code that was not used before. */
  const comeIn = async (browser: Browser) => {
    deps.clock.travel(minuteMs);
    travelled += minuteMs;
    const first = await signIn(browser);
    const code = codeFor(secret, new Date(Date.now() + travelled));
    const given = await browser.ask('POST', '/api/auth/second-factor', { code });
    return [first.status, given.status];
  };
  /** Guesses until one has to wait; the seconds of that wait. */
  const untilRefused = async (browser = thief, at = email) => {
    for (let tries = 0; tries < 30; tries++) {
      const { status, headers } = await guess(browser, at);
      if (status === 429) return Number(headers['retry-after']);
    }
    throw new Error('was never slowed down');
  };
  const told = async (kind: string) => {
    const { rows } = await deps.pool.query(
      `delete from baton.work where task in ('auth.failures', 'notices.tell') returning *`,
    );
    for (const { task, payload } of rows) {
      await { ...authTasks, ...noticeTasks }[task]!(deps, payload);
    }
    const more = `delete from baton.work where task = 'notices.tell' returning payload`;
    for (const { payload } of (await deps.pool.query(more)).rows) {
      await noticeTasks['notices.tell']!(deps, payload);
      await noticeTasks['notices.tell']!(deps, payload);
    }
    const found = 'select data from baton.notices where kind = $1 order by at';
    return (await deps.pool.query(found, [kind])).rows.map(({ data }) => data);
  };
  return { ...server, owner, secret, thief, guess, signIn, comeIn, untilRefused, told };
}

const deviceIn = (browser: Browser) =>
  [...browser.cookies].find(([name]) => name.startsWith('baton.device.'))!;

test('whoever is wrong again and again waits longer and longer, up to a quarter of an hour', async () => {
  const { deps, untilRefused } = await office();
  const waits: number[] = [];
  for (let round = 0; round < 11; round++) {
    waits.push(await untilRefused());
    deps.clock.travel(waits.at(-1)! * 1000);
    await deps.pool.query('delete from baton.sign_in_attempts');
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
});

test('a stranger keeps out neither a device that is known nor somebody elsewhere', async () => {
  const { app, owner, thief, guess, signIn, comeIn, untilRefused } = await office();
  await untilRefused();
  for (let tries = 0; tries < 30; tries++) expect((await guess()).status).toBe(429);
  expect((await signIn(thief)).status).toBe(429);
  expect(await comeIn(browserAt(app, '203.0.113.2'))).toEqual([200, 200]);
  // From the very network of the stranger, but from the owner's own device.
  const own = browserAt(app, '203.0.113.66');
  own.cookies.set(...deviceIn(owner));
  expect((await signIn(own)).status).toBe(200);
  expect((await guess(own)).status).toBe(401);
});

test('neither are they kept from their second factor by whoever has the password', async () => {
  const { app, owner, thief, signIn, comeIn } = await office();
  await signIn(thief);
  const give = () => thief.ask('POST', '/api/auth/second-factor', { code: '000000' });
  for (let tries = 0; tries < 10; tries++) expect((await give()).status).toBe(403);
  expect((await give()).status).toBe(429);
  const own = browserAt(app, '203.0.113.66');
  own.cookies.set(...deviceIn(owner));
  expect(await comeIn(own)).toEqual([200, 200]);
});

test('a known device is slowed down by its own failures', async () => {
  const { owner, untilRefused } = await office();
  expect(await untilRefused(owner)).toBe(5);
});

test('of IPv6 the network counts, not the address', async () => {
  const { app, guess, untilRefused } = await office();
  await untilRefused(browserAt(app, '2001:db8:1:2::1'));
  expect((await guess(browserAt(app, '2001:db8:1:2:ffff::9'))).status).toBe(429);
  expect((await guess(browserAt(app, '2001:db8:1:3::1'))).status).toBe(401);
});

test('two servers count together, and of many tries at once none slips by', async () => {
  const { deps, app, guess } = await office();
  const other = await buildApp(deps);
  afterThisFile(() => other.close());
  const tries = Array.from({ length: 16 }, (_, nth) =>
    guess(browserAt(nth % 2 === 0 ? app : other, '203.0.113.66')),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(11);
});

test('an address that nobody has is treated alike: answers, waits, and one hash of the same cost', async () => {
  const { deps, guess, untilRefused } = await office();
  const { app, hashPassword, isPassword } = await countingApp(deps);
  const counted = async (at: string) => {
    vi.mocked(hashPassword).mockClear();
    vi.mocked(isPassword).mockClear();
    const { status, body } = await guess(browserAt(app, '203.0.113.70'), at);
    const hashes = [vi.mocked(hashPassword).mock.calls, vi.mocked(isPassword).mock.calls].flat();
    const { rows } = await deps.pool.query('select count(*)::int from baton.sign_in_failures');
    return { answer: [status, body.code, body.detail], hashes: hashes.length, rows: rows[0].count };
  };
  await deps.pool.query('delete from baton.sign_in_failures');
  const known = await counted(email);
  const unknown = await counted('nobody@example.org');
  expect(unknown).toEqual({ ...known, rows: known.rows * 2 });
  expect(known.hashes).toBe(1);
  const stored = await deps.pool.query('select key from baton.sign_in_failures');
  expect(JSON.stringify(stored.rows)).not.toContain('example.org');
  expect(await untilRefused(undefined, 'nobody@example.org')).toBe(await untilRefused());
});

test('an agent is told of a new device once, with what it is and where, and of a known one never', async () => {
  const { app, owner, comeIn, told } = await office();
  // Of the very first time nobody is told.
  expect(await told('new_device')).toEqual([]);
  expect(await comeIn(owner)).toEqual([200, 200]);
  expect(await told('new_device')).toEqual([]);
  const fresh = browserAt(app, '203.0.113.9');
  await comeIn(fresh);
  await comeIn(fresh);
  const [news, ...more] = await told('new_device');
  expect(news).toEqual({ browser: null, system: null, address: '203.0.113.9' });
  expect(more).toEqual([]);
});

test('an agent is told once of many failures at their address', async () => {
  const { app, guess, told } = await office();
  for (let nth = 0; nth < 45; nth++) {
    const network = browserAt(app, `198.51.100.${Math.floor(nth / 4)}`);
    expect((await guess(network)).status).toBe(401);
  }
  expect(await told('sign_in_failures')).toEqual([{ failures: 20 }]);
});

test('the cookie of a device is for it alone: forged, or of somebody else, it is worth nothing', async () => {
  const { app, admin, deps, owner, guess, signIn, comeIn, told, untilRefused } = await office();
  await told('new_device');
  const [name, value] = deviceIn(owner);
  await untilRefused();
  const [token] = value.split('.');
  const forged = [`${token}.${'x'.repeat(43)}`, `${'y'.repeat(43)}.${value.split('.')[1]}`];
  for (const cookie of forged) {
    const thief = browserAt(app, '203.0.113.66');
    thief.cookies.set(name, cookie);
    expect((await signIn(thief)).status).toBe(429);
  }
  const bo = { name: 'Bo', email: 'bo@example.org', password: 'another good password' };
  const { id } = (await admin('POST', '/api/agents', { ...bo, password: undefined })).body;
  const { url } = (await admin('POST', `/api/agents/${id}/sign-in-link`)).body;
  const his = browserAt(app, '203.0.113.66');
  await his.ask('POST', `/api/sign-in-links/${url.split('/').at(-1)}`, bo);
  await enrol(his, new Date(Date.now() + deps.clock.shift(new Date(0)).getTime()));
  expect((await guess(his)).status).toBe(429);
  // His cookie under her name.
  const renamed = browserAt(app, '203.0.113.66');
  renamed.cookies.set(name, deviceIn(his)[1]);
  expect((await signIn(renamed)).status).toBe(429);
  expect(await comeIn(owner)).toEqual([200, 200]);
});

test('a device is known no more when its session, or all of them, or the way in are ended', async () => {
  const { app, admin, deps, owner, comeIn } = await office();
  const known = async () =>
    (await deps.pool.query('select count(*)::int from baton.known_devices')).rows[0].count;
  const other = browserAt(app, '203.0.113.2');
  await comeIn(other);
  expect(await known()).toBe(2);
  const change = { currentPassword: password, newPassword: 'a new and longer password' };
  expect((await other.ask('POST', '/api/auth/change-password', change)).status).toBe(204);
  expect(await known()).toBe(1);
  const back = { currentPassword: change.newPassword, newPassword: password };
  expect((await other.ask('POST', '/api/auth/change-password', back)).status).toBe(204);
  await comeIn(owner);
  const { items } = (await owner.ask('GET', '/api/auth/sessions')).body;
  const others = items.find((one: { current: boolean }) => !one.current);
  await owner.ask('DELETE', `/api/auth/sessions/${others.id}`);
  expect(await known()).toBe(1);
  const [{ id }] = (await admin('GET', '/api/agents')).body.items;
  await admin('DELETE', `/api/agents/${id}/sessions`);
  expect(await known()).toBe(0);
});

test('its cookie is out of reach of scripts, and of lines that are not encrypted', async () => {
  const { deps, admin, stranger } = await testServer({ PUBLIC_URL: 'https://baton.example' });
  await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
  const link = await firstAdministratorLink(deps);
  const path = `/api/sign-in-links/${link!.split('/').at(-1)}`;
  const cookies = [(await stranger('POST', path, person)).headers['set-cookie']].flat().map(String);
  expect(cookies).toHaveLength(2);
  expect(cookies.find((one) => one.startsWith('__Secure-baton.device.'))).toMatch(
    /=[\w-]{43}\.[\w-]{43}; Max-Age=15552000; Path=\/api; HttpOnly; SameSite=Lax; Secure$/,
  );
});

test('what is old is forgotten: failures after a day, devices after half a year', async () => {
  const { deps, guess } = await office();
  await guess();
  const left = async (days: number) => {
    await upkeep(deps, new Date(Date.now() + days * dayMs));
    const of = (table: string) => deps.pool.query(`select 1 from baton.${table}`);
    const tables = [await of('sign_in_failures'), await of('known_devices')];
    return tables.map(({ rows }) => rows.length);
  };
  expect(await left(0)).toEqual([2, 1]);
  expect(await left(2)).toEqual([0, 1]);
  expect(await left(181)).toEqual([0, 0]);
});
