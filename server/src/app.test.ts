import { describe, expect, test } from 'vitest';
import { testDeps } from '../test/deps.ts';
import { type Ask, testServer } from '../test/http.ts';
import { buildApp } from './app.ts';
import { newId } from './platform/ids.ts';

type Route = { method: string; url: string; access: string; area: string };

/** What strangers may use; whatever is added here is open to the whole world. */
const open = [
  'GET /api/auth/provider',
  'GET /api/auth/provider/callback',
  'GET /api/auth/provider/start',
  'GET /api/health',
  'GET /api/sign-in-links/{token}',
  'POST /api/auth/passkey-questions',
  'POST /api/auth/password-resets',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-in/passkey',
  'POST /api/sign-in-links/{token}',
  'POST /api/sign-in-links/{token}/password',
];

async function routesOf(ask: Ask): Promise<Route[]> {
  const { paths } = (await ask('GET', '/api/openapi.json')).body;
  return Object.entries<Record<string, { 'x-access': string; tags: string[] }>>(paths).flatMap(
    ([url, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        method: method.toUpperCase(),
        url,
        access: operation['x-access'],
        area: operation.tags[0]!,
      })),
  );
}

/** Calls a route with ids that name nothing and an empty body: it cannot do anything. */
function call(ask: Ask, { method, url }: Route) {
  const path = url.replace('/levels/{id}', '/levels/99').replaceAll(/\{\w+\}/g, newId);
  return ask(method as 'GET', path, method === 'GET' ? undefined : {});
}

describe('who may enter', () => {
  test('is open to the world by a short list only', async () => {
    const { stranger } = await testServer();
    const all = await routesOf(stranger);
    const found = all.filter((route) => route.access === 'public');
    expect(found.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(open);
    for (const route of all.filter((one) => one.access !== 'public')) {
      expect({ route, status: (await call(stranger, route)).status }).toEqual({
        route,
        status: 401,
      });
    }
  });
});

test('the API describes itself, each route with a summary, a tag and its problems', async () => {
  const { stranger } = await testServer();
  const { body } = await stranger('GET', '/api/openapi.json');
  expect(body).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Baton' },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  });
  const patch = body.paths['/api/levels/{id}'].patch;
  expect(patch).toMatchObject({
    summary: expect.any(String),
    tags: ['People'],
    'x-access': 'admin',
  });
  expect(patch.requestBody.content['application/json'].schema).toMatchObject({
    additionalProperties: false,
    properties: { holdingTime: { type: 'string' } },
  });
  expect(Object.keys(patch.responses)).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '409', '500']),
  );
  const page = await stranger('GET', '/api/docs/');
  expect(page.headers['content-type']).toContain('text/html');
  expect(String(page.headers['content-security-policy'])).toContain("default-src 'none'");
});

test.each(['running', 'stopped'] as const)(
  'says whether it is well: clocks are %s',
  async (state) => {
    const app = await buildApp(await testDeps(), {
      mailIn: () => 'listening',
      clocks: () => state,
    });
    const { statusCode, body } = await app.inject('/api/health');
    await app.close();
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      status: state === 'running' ? 'ok' : 'degraded',
      database: 'ok',
      mailIn: 'listening',
      mailOut: 'held',
    });
  },
);

test('says that it is not well while the database cannot be reached', async () => {
  const { deps, stranger } = await testServer();
  await deps.db.destroy();
  const { status, body } = await stranger('GET', '/api/health');
  expect([status, body.database]).toEqual([503, 'unreachable']);
});
