import { faults, problem } from '@baton/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDeps, testDeps } from '../../test/deps.ts';
import { openHttp } from './http.ts';
import { httpCommand } from './http-command.ts';
import { readCursor } from './http-cursor.ts';
import { ifMatch, sendETag } from './http-etag.ts';
import { serveDesk } from './http-web.ts';
import type { App, Authenticate } from './http-types.ts';
import { newId } from './ids.ts';
import { Problem } from './problem.ts';
import { everywhere } from './ranks.ts';

const tags = ['Cases'];
const actors = { one: newId(), two: newId() };

/** Whoever names themselves in a header; stands in for sign-in, which has tests of its own. */
const believe: Authenticate = async (request) => {
  const name = request.headers['x-test-name'];
  if (name !== 'one' && name !== 'two') return null;
  const via = request.headers.cookie ? 'session' : 'key';
  const actor = { kind: 'agent', id: actors[name], role: 'agent' } as const;
  return { actor, role: 'agent', name, via, limits: [everywhere('agent')], session: null };
};

let deps: TestDeps;
beforeAll(async () => {
  deps = await testDeps({ PUBLIC_URL: 'https://baton.example', ALLOWED_HOSTS: '10.0.0.5' });
});

/** A server with a few routes of its own, on the database of this file. */
async function server(add: (app: App) => void = () => {}): Promise<App> {
  const app = await openHttp(deps, believe);
  let calls = 0;
  const body = z.strictObject({ name: z.string(), size: z.number().int().optional() });
  const answer = z.object({ call: z.number(), name: z.string() });
  app.post(
    '/api/things',
    {
      config: { access: 'agent' },
      schema: { summary: 'Makes', tags, body, response: { 201: answer } },
    },
    async (request, reply) => {
      await httpCommand(deps, request, reply, { status: 201 }, async () => {
        calls += 1;
        sendETag(reply, calls);
        if (request.body.name === 'slow') await new Promise((done) => setTimeout(done, 300));
        if (request.body.name === 'refused') throw new Problem('still_in_use');
        return { call: calls, name: request.body.name, secret: 'never shown' };
      });
    },
  );
  app.get(
    '/api/things/:id',
    { config: { access: 'reader' }, schema: { tags, params: z.object({ id: z.uuid() }) } },
    async (request, reply) => reply.send({ seen: ifMatch(request) }),
  );
  app.get('/api/broken', { config: { access: 'public' } }, async () => {
    throw new Error('the password is hunter2');
  });
  app.delete('/api/things', { config: { access: 'admin' }, schema: { tags } }, async () => ({}));
  add(app);
  await serveDesk(app, '/nowhere');
  await app.ready();
  return app;
}

const headers = { 'x-test-name': 'one' };
const post = (app: App, payload: unknown, more: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/things',
    headers: { ...headers, 'content-type': 'application/json', ...more },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('refusals', () => {
  test.each([
    ['a wrong field', { name: 1 }, 400, 'invalid_request', 'name'],
    ['an unknown field', { name: 'a', colour: 'red' }, 400, 'invalid_request', 'colour'],
    ['a missing body', '', 400, 'invalid_json', undefined],
    ['wrong JSON', '{"name":', 400, 'invalid_json', undefined],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 400, 'invalid_json', undefined],
    ['a body of 2 MB', { name: 'x'.repeat(2_000_000) }, 413, 'too_large', undefined],
  ])('%s', async (_what, payload, status, code, path) => {
    const app = await server();
    const answer = await post(app, payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const body = problem.parse(answer.json());
    expect(body).toMatchObject({
      status,
      code,
      type: `urn:baton:problem:${code}`,
      instance: '/api/things',
    });
    expect(body.errors?.[0]?.path).toBe(path);
  });

  test.each([
    ['POST', '/api/things', { 'content-type': 'text/xml' }, 415, 'unsupported_media_type'],
    ['GET', '/api/nothing', {}, 404, 'route_not_found'],
    ['GET', '/api', {}, 404, 'route_not_found'],
    ['GET', '/api/things', {}, 405, 'method_not_allowed'],
    ['GET', '/api/things/1', {}, 400, 'invalid_request'],
    ['GET', '/%zz', {}, 400, 'invalid_request'],
    ['DELETE', '/api/things', {}, 403, 'forbidden'],
    ['GET', '/assets/gone.js', {}, 404, 'route_not_found'],
  ] as const)('%s %s', async (method, url, more, status, code) => {
    const app = await server();
    const payload = method === 'POST' ? { payload: '<a/>' } : {};
    const answer = await app.inject({ method, url, headers: { ...headers, ...more }, ...payload });
    expect([answer.statusCode, problem.parse(answer.json()).code]).toEqual([status, code]);
  });

  test('a field is refused by a code, with what it needs to be said in any language', async () => {
    const app = await server();
    const { errors } = problem.parse((await post(app, { size: 'x', colour: 'red' })).json());
    const found = errors!.map(({ path, code }) => [path, code]);
    expect(found).toEqual([
      ['name', 'required'],
      ['size', 'not_a_number'],
      ['colour', 'unknown_field'],
    ]);
  });

  test('nobody signed in', async () => {
    const app = await server();
    const answer = await app.inject({ method: 'POST', url: '/api/things' });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in']);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  });

  test('an unexpected error tells nothing but where to look', async () => {
    const app = await server();
    const answer = await app.inject({ url: '/api/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({
      code: 'internal',
      detail: expect.stringContaining('req-'),
    });
  });
});

test('a route that does not say who may enter keeps the server from being built', async () => {
  const build = server((app) => {
    app.get('/api/open', async () => 'oops');
  });
  await expect(build).rejects.toThrow('GET /api/open');
});

test('HEAD answers like GET, OPTIONS names the methods, 405 too', async () => {
  const app = await server();
  const id = newId();
  const head = await app.inject({ method: 'HEAD', url: `/api/things/${id}`, headers });
  expect([head.statusCode, head.body]).toEqual([200, '']);
  const options = await app.inject({ method: 'OPTIONS', url: '/api/things' });
  expect([options.statusCode, options.headers.allow]).toEqual([204, 'POST, DELETE, OPTIONS']);
  const put = await app.inject({ method: 'PUT', url: `/api/things/${id}`, headers });
  expect([put.statusCode, put.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

test('a signed-in browser is heard from our own pages only', async () => {
  const app = await server();
  const call = (more: Record<string, string>) =>
    post(app, { name: 'a' }, { cookie: 'a=b', host: 'baton.example', ...more }).then(
      (a) => a.statusCode,
    );
  expect(await call({ 'sec-fetch-site': 'same-origin' })).toBe(201);
  expect(await call({ origin: 'https://baton.example' })).toBe(201);
  expect(await call({ host: '10.0.0.5:4000', origin: 'http://10.0.0.5:4000' })).toBe(201);
  expect(await call({})).toBe(403);
  expect(await call({ origin: 'null' })).toBe(403);
  expect(await call({ origin: 'https://evil.example' })).toBe(403);
  expect(await call({ 'sec-fetch-site': 'same-site', origin: 'https://baton.example' })).toBe(403);
  expect(await call({ 'sec-fetch-site': 'cross-site' })).toBe(403);
});

describe('Idempotency-Key', () => {
  let key: Record<string, string>;
  beforeEach(() => {
    key = { 'idempotency-key': newId() };
  });

  test('gives the first answer again, to the same actor, for the same request', async () => {
    const app = await server();
    const first = await post(app, { name: 'a' }, key);
    const second = await post(app, { name: 'a' }, key);
    expect(second.json()).toEqual({ call: 1, name: 'a' });
    expect([second.statusCode, second.headers.etag]).toEqual([201, '"1"']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await post(app, { name: 'b' }, key)).json().code).toBe('idempotency_mismatch');
    expect((await post(app, { name: 'a' }, { ...key, 'x-test-name': 'two' })).json().call).toBe(2);
    expect((await post(app, { name: 'a' })).json().call).toBe(3);
    expect((await post(app, { name: 'a' }, { 'idempotency-key': 'a b' })).statusCode).toBe(400);
  });

  test('lets one of many at once act; the others wait their turn', async () => {
    const app = await server();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => post(app, { name: 'slow' }, key)),
    );
    const codes = all.map((answer) => answer.statusCode).toSorted((a, b) => a - b);
    expect(codes).toEqual([201, 409, 409, 409, 409, 409]);
    expect(all.find((answer) => answer.statusCode === 409)!.json().code).toBe('in_flight');
    expect((await post(app, { name: 'slow' }, key)).json().call).toBe(1);
  });

  test('a refusal leaves no record: the key can be tried again', async () => {
    const app = await server();
    expect((await post(app, { name: 'refused' }, key)).statusCode).toBe(409);
    expect((await post(app, { name: 'a' }, key)).json().call).toBe(2);
  });
});

test('If-Match is a version that was given, or refused', () => {
  expect(ifMatch({ headers: {} })).toBeNull();
  expect(ifMatch({ headers: { 'if-match': '*' } })).toBeNull();
  expect(ifMatch({ headers: { 'if-match': '"12"' } })).toBe(12);
  expect(ifMatch({ headers: { 'if-match': 'W/"12"' } })).toBe(12);
  expect(() => ifMatch({ headers: { 'if-match': '12' } })).toThrow(Problem);
});

test('a cursor that is none of ours is refused', () => {
  expect(() => readCursor('nonsense', z.tuple([z.string()]))).toThrow(Problem);
  expect(() => readCursor('WzFd', z.tuple([z.string()]))).toThrow(Problem);
  expect(readCursor('WyJhIl0', z.tuple([z.string()]))).toEqual(['a']);
});

test('every answer carries the headers that keep browsers safe', async () => {
  const app = await server();
  const answer = await app.inject({ url: '/api/openapi.json' });
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'strict-transport-security': 'max-age=31536000',
  });
  const { openapi, info } = answer.json();
  expect(openapi).toBe('3.1.0');
  for (const code of Object.keys(faults)) expect(info.description).toContain(`\`${code}\``);
  const made = answer.json().paths['/api/things'].post;
  expect(Object.keys(made.responses).toSorted()).toContain('422');
  expect((await app.inject({ url: '/api/docs' })).statusCode).toBe(200);
  expect((await app.inject({ url: '/api/docs/static/swagger-ui.css' })).statusCode).toBe(200);
});
