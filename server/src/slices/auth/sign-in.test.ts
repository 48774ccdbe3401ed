import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type Reply, askAs, testServer } from '../../../test/http.ts';
import { dayMs } from '../../kernel/duration.ts';
import { companyDefaults } from '../people/index.ts';
import { firstAdministratorLink } from './index.ts';

const person = {
  name: 'Ioana Marin',
  email: 'Ioana@Example.org',
  password: 'a long enough password',
  language: 'ro',
  zone: 'Europe/Bucharest',
};
const pathOf = (link: string | null) => `/api/sign-in-links/${link!.split('/welcome/')[1]!}`;

/** What a browser sends back of the cookies that it was given. */
function cookies(reply: Reply): { cookie: string; 'sec-fetch-site': string } {
  const set = [reply.headers['set-cookie'] ?? []].flat().map(String);
  return {
    cookie: set.map((one) => one.split(';', 1)[0]).join('; '),
    'sec-fetch-site': 'same-origin',
  };
}

async function signedInServer() {
  const server = await testServer();
  // Second factors have tests of their own.
  await server.admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
  const link = await firstAdministratorLink(server.deps);
  const taken = await server.stranger('POST', pathOf(link), person);
  return { ...server, taken, browser: askAs(server.app, cookies(taken)) };
}

describe('the first administrator', () => {
  test('takes the head of the company over by a link that works once', async () => {
    const { deps, admin, stranger } = await testServer();
    await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
    const link = await firstAdministratorLink(deps);
    expect(link).toMatch(/^http:\/\/localhost:0\/welcome\/[\w-]{43}$/);
    expect((await stranger('GET', pathOf(link))).body).toMatchObject({
      purpose: 'first_administrator',
      name: 'Head of the company',
      email: 'head@localhost',
    });
    const taken = await stranger('POST', pathOf(link), person);
    expect(taken).toMatchObject({ status: 200, body: { lacks: null } });
    expect(taken.body.me).toMatchObject({ kind: 'agent', role: 'admin' });
    expect(taken.body.me.agent).toMatchObject({
      name: 'Ioana Marin',
      email: 'Ioana@Example.org',
      language: 'ro',
      zone: 'Europe/Bucharest',
    });
    expect(taken.body.me.agent.teams).toHaveLength(3);
    expect((await stranger('GET', pathOf(link))).status).toBe(404);
    expect((await stranger('POST', pathOf(link), person)).body.code).toBe('not_found');
    expect(await firstAdministratorLink(deps)).toBeNull();
  });

  test('gets a fresh link at each start; using one uses up all', async () => {
    const { deps, stranger } = await testServer();
    const [one, two] = [await firstAdministratorLink(deps), await firstAdministratorLink(deps)];
    expect(one).not.toBe(two);
    expect((await stranger('GET', pathOf(one))).status).toBe(200);
    const both = await Promise.all(
      [one, two].map((link) => stranger('POST', pathOf(link), person)),
    );
    expect(both.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  test('finds the link run out after a day', async () => {
    const { deps, stranger } = await testServer();
    const link = await firstAdministratorLink(deps);
    deps.clock.travel(dayMs - 60_000);
    expect((await stranger('GET', pathOf(link))).status).toBe(200);
    deps.clock.travel(61_000);
    expect((await stranger('POST', pathOf(link), person)).status).toBe(404);
  });

  test('is told what is wrong with a weak password, and the link still works', async () => {
    const { deps, stranger } = await testServer();
    const link = await firstAdministratorLink(deps);
    const weak = await stranger('POST', pathOf(link), { ...person, password: 'short' });
    expect(weak.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'password' }] });
    expect((await stranger('POST', pathOf(link), person)).status).toBe(200);
  });

  test('cannot choose a password that is easy to guess', async () => {
    const { deps, stranger } = await testServer();
    const link = await firstAdministratorLink(deps);
    const guessed = await stranger('POST', pathOf(link), { ...person, password: 'IoanaMarin1984' });
    expect(guessed).toMatchObject({ status: 422, body: { code: 'weak_password' } });
    expect((await stranger('POST', pathOf(link), person)).status).toBe(200);
  });

  test('is signed in again when the same request comes twice with its key', async () => {
    const { deps, stranger } = await testServer();
    const path = pathOf(await firstAdministratorLink(deps));
    const key = { 'idempotency-key': 'take-over' };
    await stranger('POST', path, person, key);
    const again = await stranger('POST', path, person, key);
    expect(again).toMatchObject({ status: 200, body: { lacks: 'enrolment' } });
    const other = { ...person, password: 'another long password' };
    expect((await stranger('POST', path, other, key)).status).toBe(422);
  });

  test('no table holds a link or a password that opens anything', async () => {
    const { deps, stranger } = await testServer();
    const link = await firstAdministratorLink(deps);
    await stranger('POST', pathOf(link), person, { 'idempotency-key': 'take-over' });
    const tables = ['auth_accounts', 'sign_in_links', 'idempotency'];
    for (const table of tables) {
      const { rows } = await deps.pool.query(`select * from baton.${table}`);
      const text = JSON.stringify(rows);
      expect(text).not.toContain(person.password);
      expect(text).not.toContain(link!.split('/').at(-1));
    }
    const { rows } = await deps.pool.query('select password from baton.auth_accounts');
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('a session', () => {
  test('from signing in to signing out, over the wire', async () => {
    const { app, deps } = await signedInServer();
    await app.listen({ port: 0, host: '127.0.0.1' });
    afterThisFile(() => app.close());
    const { port } = app.server.address() as AddressInfo;
    // Opened by another name than PUBLIC_URL has: a browser's Origin is then that name.
    for (const name of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      const signIn = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          origin: name,
        },
        body: JSON.stringify({ email: 'ioana@example.org', password: person.password }),
      });
      expect(signIn.status).toBe(200);
      const [set] = signIn.headers.getSetCookie();
      expect(set).toMatch(/^baton\.session_token=.+HttpOnly/);
      expect(set).toContain('SameSite=Lax');
      expect(set).not.toContain('Secure');
      const cookie = set!.split(';', 1)[0]!;
      const me = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { cookie } });
      expect(await me.json()).toMatchObject({ kind: 'agent', name: 'Ioana Marin' });
      const out = await fetch(`http://127.0.0.1:${port}/api/auth/sign-out`, {
        method: 'POST',
        headers: { cookie, origin: name, 'sec-fetch-site': 'same-origin' },
      });
      expect(out.status).toBe(204);
      const after = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { cookie } });
      expect(after.status).toBe(401);
    }
    const { rows } = await deps.pool.query('select ip_address from baton.auth_sessions');
    expect(rows).toEqual([{ ip_address: '127.0.0.1' }]);
  });

  test('has a secure cookie where PUBLIC_URL is encrypted', async () => {
    const { deps, stranger } = await testServer({ PUBLIC_URL: 'https://baton.example' });
    const taken = await stranger('POST', pathOf(await firstAdministratorLink(deps)), person);
    expect(String(taken.headers['set-cookie'])).toMatch(/^__Secure-baton\.session_token=.*Secure/);
  });

  test('of another installation opens nothing', async () => {
    const [here, there] = [await signedInServer(), await signedInServer()];
    const foreign = askAs(here.app, cookies(there.taken));
    expect((await foreign('GET', '/api/me')).status).toBe(401);
  });

  test('is not given for a wrong password or an unknown address', async () => {
    const { stranger } = await signedInServer();
    const attempt = (email: string, password: string) =>
      stranger('POST', '/api/auth/sign-in/email', { email, password });
    const wrong = await attempt(person.email, 'not the password');
    const unknown = await attempt('nobody@example.org', 'not the password');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'not_signed_in']);
    expect(unknown.body.detail).toBe(wrong.body.detail);
    expect((await attempt('no address', 'x')).status).toBe(400);
    const other = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const credentials = { email: person.email, password: person.password };
    const foreign = await stranger('POST', '/api/auth/sign-in/email', credentials, other);
    expect(foreign.status).toBe(403);
  });

  test('cannot be guessed at: attempts are limited by network address', async () => {
    const { stranger } = await signedInServer();
    const replies: Reply[] = [];
    for (let attempt = 0; attempt < 21; attempt++) {
      const wrong = { email: `somebody${attempt}@example.org`, password: 'not the password' };
      replies.push(await stranger('POST', '/api/auth/sign-in/email', wrong));
    }
    expect(replies.slice(0, 20).every((reply) => reply.status === 401)).toBe(true);
    expect(replies[20]).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(replies[20]!.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('strangers cannot sign up', async () => {
    const { stranger } = await testServer();
    const reply = await stranger('POST', '/api/auth/sign-up/email', person);
    expect(reply).toMatchObject({ status: 404, body: { code: 'route_not_found' } });
  });

  test('outlives a change of the password only where it was changed', async () => {
    const { app, browser, stranger } = await signedInServer();
    const credentials = { email: person.email, password: person.password };
    const elsewhere = askAs(
      app,
      cookies(await stranger('POST', '/api/auth/sign-in/email', credentials)),
    );
    const wrong = { currentPassword: 'wrong', newPassword: 'a new long password' };
    expect((await browser('POST', '/api/auth/change-password', wrong)).status).toBe(400);
    const change = { currentPassword: person.password, newPassword: 'a new long password' };
    const changed = await browser('POST', '/api/auth/change-password', change);
    expect(changed.status).toBe(204);
    expect((await askAs(app, cookies(changed))('GET', '/api/me')).status).toBe(200);
    expect((await elsewhere('GET', '/api/me')).status).toBe(401);
    expect((await stranger('POST', '/api/auth/sign-in/email', credentials)).status).toBe(401);
  });
});

describe('an invited agent', () => {
  const invited = { name: 'Bo Lindqvist', email: 'bo@example.org', role: 'agent' };

  async function invite() {
    const server = await signedInServer();
    const { id } = (await server.admin('POST', '/api/agents', invited)).body;
    const link = await server.admin('POST', `/api/agents/${id}/sign-in-link`);
    return { ...server, id, link };
  }
  const joined = { ...invited, role: undefined, password: 'the password of Bo' };

  test('comes in by a link of an administrator, which replaces the one before', async () => {
    const { id, link, admin, stranger } = await invite();
    expect(link.status).toBe(201);
    const fresh = await admin('POST', `/api/agents/${id}/sign-in-link`);
    expect((await stranger('GET', pathOf(link.body.url))).status).toBe(404);
    expect((await stranger('GET', pathOf(fresh.body.url))).body.purpose).toBe('agent');
    const taken = await stranger('POST', pathOf(fresh.body.url), joined);
    expect(taken).toMatchObject({
      status: 200,
      body: { me: { role: 'agent', name: 'Bo Lindqvist' } },
    });
  });

  test('is given the same link when the request comes twice with its key', async () => {
    const { id, admin } = await invite();
    const again = () =>
      admin('POST', `/api/agents/${id}/sign-in-link`, undefined, { 'idempotency-key': 'link' });
    const [one, two] = [await again(), await again()];
    expect(two.headers['idempotency-replayed']).toBe('true');
    expect(two.body).toEqual(one.body);
  });

  test('cannot take an address that belongs to somebody else', async () => {
    const { link, stranger } = await invite();
    const reply = await stranger('POST', pathOf(link.body.url), { ...joined, email: person.email });
    expect(reply.body).toMatchObject({ code: 'already_exists', errors: [{ path: 'email' }] });
    expect((await stranger('GET', pathOf(link.body.url))).status).toBe(200);
  });

  test('invites nobody', async () => {
    const { id, link, app, stranger } = await invite();
    const agent = askAs(app, cookies(await stranger('POST', pathOf(link.body.url), joined)));
    expect((await agent('POST', `/api/agents/${id}/sign-in-link`)).status).toBe(403);
    expect((await agent('GET', '/api/keys')).status).toBe(403);
  });

  test('is out at once when disabled, and cannot come back in', async () => {
    const { id, link, app, admin, stranger } = await invite();
    const agent = askAs(app, cookies(await stranger('POST', pathOf(link.body.url), joined)));
    expect((await agent('GET', '/api/me')).status).toBe(200);
    await admin('PATCH', `/api/agents/${id}`, { active: false });
    expect((await agent('GET', '/api/me')).status).toBe(401);
    const credentials = { email: 'bo@example.org', password: joined.password };
    const signIn = await stranger('POST', '/api/auth/sign-in/email', credentials);
    expect(signIn).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const reinvite = await admin('POST', `/api/agents/${id}/sign-in-link`);
    expect(reinvite.body.code).toBe('wrong_status');
    await admin('PATCH', `/api/agents/${id}`, { active: true });
    expect((await agent('GET', '/api/me')).status).toBe(401);
    expect((await stranger('POST', '/api/auth/sign-in/email', credentials)).status).toBe(200);
  });

  test('signs in by the new address after it was changed', async () => {
    const { id, link, admin, stranger } = await invite();
    await stranger('POST', pathOf(link.body.url), joined);
    await admin('PATCH', `/api/agents/${id}`, { email: 'Bo.New@example.org' });
    const signIn = (email: string) =>
      stranger('POST', '/api/auth/sign-in/email', { email, password: joined.password });
    expect((await signIn('bo@example.org')).status).toBe(401);
    expect((await signIn('bo.new@example.org')).status).toBe(200);
  });

  test('comes back in by a link after forgetting the password; old sessions end', async () => {
    const { id, link, app, admin, stranger } = await invite();
    const before = askAs(app, cookies(await stranger('POST', pathOf(link.body.url), joined)));
    const reset = await admin('POST', `/api/agents/${id}/sign-in-link`);
    const renewed = { ...joined, password: 'remembered this time' };
    expect((await stranger('POST', pathOf(reset.body.url), renewed)).status).toBe(200);
    expect((await before('GET', '/api/me')).status).toBe(401);
  });
});

test('an unknown agent has no link', async () => {
  const { deps, admin } = await testServer();
  const { defaultBrandId } = await companyDefaults(deps.db);
  expect((await admin('POST', `/api/agents/${defaultBrandId}/sign-in-link`)).status).toBe(404);
});
