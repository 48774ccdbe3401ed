import { describe, expect, test } from 'vitest';
import { askAs, testServer } from '../test/http.ts';
import { createKey } from './slices/auth/index.ts';
import { customerLink } from './slices/cases/index.ts';

describe('the name under which Baton is asked', () => {
  const environment = { PUBLIC_URL: 'https://help.example.com', ALLOWED_HOSTS: 'desk.example.com' };

  test.each([
    ['help.example.com', 401],
    ['help.example.com:4000', 401],
    ['HELP.example.com.', 401],
    ['desk.example.com', 401],
    ['localhost:4000', 401],
    ['127.0.0.1:4000', 401],
    ['[::1]:4000', 401],
    ['evil.example', 421],
    ['help.example.com.evil.example', 421],
    ['192.0.2.1', 421],
    ['help.example.com@evil.example', 421],
  ])('%s: %i', async (host, status) => {
    const { stranger } = await testServer(environment);
    const reply = await stranger('GET', '/api/me', undefined, { host });
    expect(reply).toMatchObject({ status });
    if (status === 421) expect(reply.body.code).toBe('wrong_host');
    expect((await stranger('GET', '/api/health', undefined, { host })).status).toBe(200);
  });

  test('is never taken into a link', async () => {
    const { deps, admin } = await testServer(environment);
    const agent = (await admin('GET', '/api/agents')).body.items[0];
    const made = await admin('POST', `/api/agents/${agent.id}/sign-in-link`, undefined, {
      host: 'localhost',
      'x-forwarded-host': 'evil.example',
    });
    expect(made.body.url).toMatch(/^https:\/\/help\.example\.com\/welcome\//);
    expect(customerLink(deps, 1)).toMatch(/^https:\/\/help\.example\.com\/c\//);
  });
});

describe('whoever asks too often', () => {
  test('by one key waits, and others do not', async () => {
    const { deps, app, as } = await testServer({ RATE_LIMIT: '60' });
    const other = await as('reader');
    const busy = askAs(app, {
      authorization: `Bearer ${await createKey(deps, { name: 'busy', role: 'reader' })}`,
    });
    for (let asked = 0; asked < 20; asked++)
      expect((await busy('GET', '/api/me')).status).toBe(200);
    const refused = await busy('GET', '/api/me');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect((await other('GET', '/api/me')).status).toBe(200);
  });

  test('of what is open to everybody waits sooner, whatever is asked', async () => {
    const { app, as } = await testServer({ RATE_LIMIT: '6000', TRUST_PROXY: 'true' });
    const from = (address: string) => askAs(app, { 'x-forwarded-for': address });
    const [one, other] = [from('192.0.2.1'), from('192.0.2.2')];
    const asked = [];
    for (let each = 0; each < 70; each++) asked.push((await one('GET', `/c/${each}-x`)).status);
    expect(asked.slice(0, 60).every((status) => status === 404)).toBe(true);
    expect(asked.at(-1)).toBe(429);
    expect((await one('GET', '/f/x')).headers['retry-after']).toBe('1');
    expect((await other('GET', '/c/1-x')).status).toBe(404);
    // Whoever is known, health, and the desk itself are not held up by it.
    const key = await as('reader');
    const known = { 'x-forwarded-for': '192.0.2.1' };
    expect((await key('GET', '/api/me', undefined, known)).status).toBe(200);
    expect((await one('GET', '/api/health')).status).toBe(200);
  });

  test('from one network of IPv6 is one', async () => {
    const { app } = await testServer({ RATE_LIMIT: '6000', TRUST_PROXY: 'true' });
    const statuses = [];
    for (let each = 0; each < 70; each++) {
      const ask = askAs(app, { 'x-forwarded-for': `2a02:810d:1:2::${each.toString(16)}` });
      statuses.push((await ask('GET', '/c/1-x')).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
