import { describe, expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { IdentityProvider } from '../../../test/identity-provider.ts';
import { testServer } from '../../../test/http.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { Browser, enrol } from './testing.ts';

const callback = 'http://localhost:0/api/auth/provider/callback';
const fallen = (refusal: string) => `http://localhost:0/sign-in?problem=${refusal}`;
const person = { name: 'Ana', email: 'Ana@example.org' };

/** A company with an agent who was added and never signed in, and its provider. */
async function withProvider(change: object = {}) {
  const server = await testServer({ FETCH_INSIDE: '127.0.0.1' });
  const provider = new IdentityProvider();
  afterThisFile(() => provider.stop());
  const issuer = await provider.start(callback);
  const settings = {
    ...{ name: 'Example accounts', issuer, clientId: 'baton', secret: 'client-secret' },
    ...{ domains: ['Example.org'], active: true, required: false, factorValues: [] },
    ...change,
  };
  const set = await server.admin('PUT', '/api/identity-provider', settings);
  expect(set.status).toBe(200);
  const added = await server.admin('POST', '/api/agents', { ...person, role: 'agent' });
  return { ...server, provider, settings, set, agentId: added.body.id as string };
}

type With = Awaited<ReturnType<typeof withProvider>>;

/** As a browser does: to the provider, through its pages, and back. */
async function begin({ app, provider }: Pick<With, 'app' | 'provider'>, to = '/') {
  const browser = new Browser(app);
  const start = `/api/auth/provider/start?to=${encodeURIComponent(to)}`;
  const began = await browser.ask('GET', start);
  expect(began.status).toBe(302);
  const back = await provider.visit(String(began.headers['location']));
  return { browser, began, back: back.pathname + back.search };
}

async function comeIn(server: Pick<With, 'app' | 'provider'>, to = '/') {
  const { browser, back } = await begin(server, to);
  // What a browser says when another site sends it here.
  const came = await browser.ask('GET', back, undefined, { 'sec-fetch-site': 'cross-site' });
  return { browser, back, came, location: came.headers['location'] };
}

describe('an agent with an account at the provider', () => {
  test('comes in by a verified address, and is asked for a second factor of ours', async () => {
    const server = await withProvider();
    expect((await server.stranger('GET', '/api/auth/provider')).body).toEqual({
      name: 'Example accounts',
    });
    const { browser, location } = await comeIn(server, '/tasks?x=1');
    expect(location).toBe('http://localhost:0/tasks?x=1');
    expect((await browser.ask('GET', '/api/me')).body.code).toBe('second_factor_needed');
    await enrol(browser);
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Ana' });
    const { items } = (await browser.ask('GET', '/api/auth/sessions')).body;
    expect(items).toMatchObject([{ way: 'provider', current: true }]);
  });

  test('needs no other factor where the one of the provider counts and was given', async () => {
    const server = await withProvider({ factorValues: ['mfa'] });
    const once = await comeIn(server);
    expect((await once.browser.ask('GET', '/api/me')).body.code).toBe('second_factor_needed');
    server.provider.account = { email: 'ana@example.org', verified: true, amr: ['pwd', 'mfa'] };
    const { browser } = await comeIn(server);
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Ana' });
  });

  test('is led to no other site', async () => {
    const server = await withProvider();
    for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
      expect((await comeIn(server, to)).location).toBe('http://localhost:0/');
    }
  });
});

describe('nobody comes in', () => {
  test.each([
    ['unverified', { email: 'ana@example.org', verified: false }],
    ['domain', { email: 'ana@elsewhere.example', verified: true }],
    ['unknown', { email: 'nobody@example.org', verified: true }],
    ['refused', null],
  ])('and hears why: %s', async (refusal, account) => {
    const server = await withProvider();
    server.provider.account = account;
    const { browser, location } = await comeIn(server);
    expect(location).toBe(fallen(refusal));
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  test('as an agent who was disabled, and hears no more than a stranger does', async () => {
    const server = await withProvider();
    await server.deps.pool.query(
      'update baton.agents set active = false, disabled_at = now() where id = $1',
      [server.agentId],
    );
    expect((await comeIn(server)).location).toBe(fallen('unknown'));
  });

  test('twice by the same answer of the provider', async () => {
    const server = await withProvider();
    const { browser, began, back } = await begin(server);
    const [cookie = ''] = String(began.headers['set-cookie']).split(';');
    expect(cookie).toMatch(/^baton\.provider=/);
    expect((await browser.ask('GET', back)).headers['location']).toBe('http://localhost:0/');
    // Somebody saw all of it: the address, and the cookie that went along.
    const again = await server.stranger('GET', back, undefined, { cookie });
    expect(again.headers['location']).toBe(fallen('lost'));
  });

  test('in another browser, with another state, with a cookie of their own making, or too late', async () => {
    const server = await withProvider();
    const other = await begin(server);
    const lost = await new Browser(server.app).ask('GET', other.back);
    expect(lost.headers['location']).toBe(fallen('lost'));
    const wrong = other.back.replace(/state=[^&]+/, 'state=another');
    expect((await other.browser.ask('GET', wrong)).headers['location']).toBe(fallen('lost'));
    // The challenge is used up, so that nothing can be tried out with it.
    expect((await other.browser.ask('GET', other.back)).headers['location']).toBe(fallen('lost'));

    const forged = await begin(server);
    const [id] = forged.browser.cookies.get('baton.provider')!.split('.');
    const cookie = `baton.provider=${id}.${'A'.repeat(43)}`;
    const made = await server.stranger('GET', forged.back, undefined, { cookie });
    expect(made.headers['location']).toBe(fallen('lost'));
    server.deps.clock.travel(11 * minuteMs);
    expect((await forged.browser.ask('GET', forged.back)).headers['location']).toBe(fallen('lost'));
  });

  test('by a code that belongs to the sign-in of somebody else', async () => {
    const server = await withProvider();
    const [mine, theirs] = [await begin(server), await begin(server)];
    const state = /state=[^&]+/;
    const mixed = theirs.back.replace(state, state.exec(mine.back)![0]);
    expect((await mine.browser.ask('GET', mixed)).headers['location']).toBe(fallen('failed'));
  });

  test('while the provider is away, or was turned off', async () => {
    const server = await withProvider();
    const { admin, app, settings } = server;
    server.provider.stop();
    const start = () => new Browser(app).ask('GET', '/api/auth/provider/start');
    expect((await start()).headers['location']).toBe(fallen('unreachable'));
    await admin('PUT', '/api/identity-provider', { ...settings, active: false });
    expect((await start()).headers['location']).toBe(fallen('off'));
    expect((await server.stranger('GET', '/api/auth/provider')).body).toEqual({ name: null });
  });
});

describe('where everybody has to come in by the provider', () => {
  const password = 'four words of no meaning';
  const credentials = { email: 'ana@example.org', password };

  async function takenOver(server: With, agentId: string, person: object) {
    const made = await server.admin('POST', `/api/agents/${agentId}/sign-in-link`, {
      byMail: false,
    });
    const path = `/api/sign-in-links/${String(made.body.url).split('/').at(-1)}`;
    const browser = new Browser(server.app);
    return { browser, taken: await browser.ask('POST', path, { ...person, password }) };
  }

  test('passwords and links open nothing any more, and sessions by them end', async () => {
    const server = await withProvider();
    await server.admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
    const { browser } = await takenOver(server, server.agentId, person);
    expect((await browser.ask('GET', '/api/me')).status).toBe(200);
    const required = { ...server.settings, required: true };
    expect((await server.admin('PUT', '/api/identity-provider', required)).status).toBe(200);
    expect((await browser.ask('GET', '/api/me')).status).toBe(401);

    const fresh = new Browser(server.app);
    const refused = await fresh.ask('POST', '/api/auth/sign-in/email', credentials);
    expect(refused).toMatchObject({ status: 403, body: { code: 'provider_required' } });
    expect(refused.body.detail).toContain('Example accounts');
    const wrong = { ...credentials, password: 'another password' };
    expect((await fresh.ask('POST', '/api/auth/sign-in/email', wrong)).status).toBe(401);
    const { taken } = await takenOver(server, server.agentId, person);
    expect(taken.body.code).toBe('provider_required');
    expect([...fresh.cookies.keys()]).toEqual([]);

    const came = await comeIn(server);
    expect((await came.browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Ana' });
  });

  test('administrators come in by password all the same', async () => {
    const server = await withProvider({ required: true });
    await server.admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
    const root = { name: 'Root', email: 'root@example.org', role: 'admin' };
    const { body } = await server.admin('POST', '/api/agents', root);
    const { role: _, ...person } = root;
    const { browser } = await takenOver(server, body.id, person);
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ name: 'Root' });
    const again = { email: root.email, password };
    const fresh = new Browser(server.app);
    expect((await fresh.ask('POST', '/api/auth/sign-in/email', again)).status).toBe(200);
  });
});

describe('the settings of the provider', () => {
  test('never show the secret, write down what changed, and keep versions apart', async () => {
    const { admin, as, deps, set, settings } = await withProvider();
    const { secret, ...shown } = settings;
    expect(set.body).toEqual({
      provider: { ...shown, domains: ['example.org'] },
      redirectUri: callback,
    });
    expect(set.headers['etag']).toBe('"1"');
    const { rows } = await deps.pool.query('select * from baton.identity_provider');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const change = { ...shown, required: true };
    const changed = await admin('PUT', '/api/identity-provider', change, { 'if-match': '"1"' });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    const stale = await admin('PUT', '/api/identity-provider', change, { 'if-match': '"1"' });
    expect(stale.body.code).toBe('stale_version');
    const audit = await admin('GET', '/api/settings-audit?kind=identity_provider');
    expect(audit.body.items).toHaveLength(2);
    expect(audit.body.items[0].changes).toMatchObject([
      { field: 'required', from: false, to: true },
    ]);
    expect(JSON.stringify(audit.body)).not.toContain(secret);
    const lead = await as('lead');
    expect((await lead('GET', '/api/identity-provider')).status).toBe(403);
  });

  test('send the secret to no other issuer than it was given for', async () => {
    const { admin, settings } = await withProvider();
    const { secret: _, ...rest } = settings;
    const moved = { ...rest, issuer: 'https://elsewhere.example' };
    const refused = await admin('PUT', '/api/identity-provider', moved);
    expect(refused.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'secret' }] });
  });

  test('are tried, and say what is wrong', async () => {
    const { admin, provider, settings } = await withProvider();
    const trouble = async (change: object) => {
      await admin('PUT', '/api/identity-provider', { ...settings, ...change });
      return (await admin('POST', '/api/identity-provider/test')).body.trouble;
    };
    expect(await trouble({})).toBeNull();
    expect(await trouble({ secret: 'another secret' })).toBe('wrong_client');
    expect(await trouble({ issuer: `${provider.issuer}/nothing` })).toBe('no_provider');
    expect(await trouble({ issuer: provider.issuer.replace('127.0.0.1', 'localhost') })).toBe(
      'not_encrypted',
    );
    expect(await trouble({ issuer: 'https://127.0.0.2:1' })).toBe('inside');
    provider.stop();
    expect(await trouble({})).toBe('unreachable');
  });

  test('are told of an issuer that calls itself otherwise', async () => {
    const { admin, provider, settings } = await withProvider();
    const { createServer } = await import('node:http');
    const other = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer: provider.issuer }));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    afterThisFile(() => void other.close());
    const issuer = `http://127.0.0.1:${(other.address() as { port: number }).port}`;
    await admin('PUT', '/api/identity-provider', { ...settings, issuer });
    const { body } = await admin('POST', '/api/identity-provider/test');
    expect(body).toEqual({ trouble: 'wrong_issuer' });
  });
});
