import { areas } from '@baton/contract';
import { describe, expect, test } from 'vitest';
import { askAs, testServer } from '../../../test/http.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { newId } from '../../platform/ids.ts';
import { createKey } from './index.ts';

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('a key', () => {
  test('opens what its role may, and nothing more', async () => {
    const { as } = await testServer();
    const reader = await as('reader');
    expect((await reader('GET', '/api/me')).body).toEqual({
      kind: 'key',
      name: 'a reader',
      role: 'reader',
      ranks: Object.fromEntries(areas.map((area) => [area, 'reader'])),
      agent: null,
    });
    expect((await reader('GET', '/api/agents')).status).toBe(200);
    expect((await reader('GET', '/api/keys')).body.code).toBe('forbidden');
    expect((await reader('POST', '/api/customers', { name: 'A' })).status).toBe(403);
    expect((await (await as('agent'))('POST', '/api/customers', { name: 'A' })).status).toBe(201);
    expect((await (await as('lead'))('PATCH', '/api/levels/1', {})).status).toBe(403);
  });

  test.each([
    ['lead', 'agent', 'agent'],
    ['agent', 'lead', 'agent'],
    ['admin', 'reader', 'reader'],
    ['admin', 'admin', 'admin'],
  ] as const)('of a %s, acting as one who is %s, may what a %s may', async (role, own, lesser) => {
    const { admin, as } = await testServer();
    const person = { name: 'Ana', email: 'ana@example.org', role: own };
    const { id } = (await admin('POST', '/api/agents', person)).body;
    const key = await as(role, id);
    const me = (await key('GET', '/api/me')).body;
    expect(me).toMatchObject({ kind: 'key', name: 'Ana', role: lesser, agent: { id } });
  });

  test('goes silent with the agent as whom it acts', async () => {
    const { admin, as } = await testServer();
    const person = { name: 'Ana', email: 'ana@example.org' };
    const { id } = (await admin('POST', '/api/agents', person)).body;
    const key = await as('agent', id);
    await admin('PATCH', `/api/agents/${id}`, { active: false });
    expect((await key('GET', '/api/me')).status).toBe(401);
    await expect(as('agent', id)).rejects.toThrow('is not an active agent');
    await expect(as('agent', newId())).rejects.toThrow('is not an active agent');
  });

  test('is revoked for good', async () => {
    const { deps, app, admin } = await testServer();
    const key = askAs(app, bearer(await createKey(deps, { name: 'export', role: 'reader' })));
    await key('GET', '/api/me');
    const { items } = (await admin('GET', '/api/keys')).body;
    const [newest] = items;
    expect(newest).toMatchObject({ name: 'export', role: 'reader', agent: null, revokedAt: null });
    const revoked = await admin('POST', `/api/keys/${newest.id}/revocation`);
    expect(revoked.body.revokedAt).toEqual(expect.any(String));
    expect((await key('GET', '/api/me')).status).toBe(401);
    const again = await admin('POST', `/api/keys/${newest.id}/revocation`);
    expect(again.body.revokedAt).toBe(revoked.body.revokedAt);
    expect((await admin('POST', `/api/keys/${newId()}/revocation`)).status).toBe(404);
  });

  test('is made over the API, shown once, and ends when it was said to', async () => {
    const { deps, app, admin } = await testServer();
    const expiresAt = new Date(Date.now() + 10 * minuteMs).toISOString();
    const wish = { name: 'nightly', role: 'admin', scopes: { Mail: 'reader' }, expiresAt };
    const once = { 'idempotency-key': newId() };
    const made = (await admin('POST', '/api/keys', wish, once)).body;
    expect(made.key).toMatchObject({ name: 'nightly', scopes: { Mail: 'reader' }, expiresAt });
    const again = (await admin('POST', '/api/keys', wish, once)).body;
    expect(again).toEqual({ key: made.key, text: null });
    const key = askAs(app, bearer(made.text));
    expect((await key('GET', '/api/mail/account')).status).toBe(200);
    expect((await key('GET', '/api/cases')).status).toBe(403);
    expect((await key('GET', '/api/me')).body.ranks).toMatchObject({
      Mail: 'reader',
      Cases: 'none',
    });
    deps.clock.travel(11 * minuteMs);
    expect((await key('GET', '/api/me')).status).toBe(401);
    const late = await admin('POST', '/api/keys', { ...wish, expiresAt });
    expect(late.body.errors).toEqual([
      { path: 'expiresAt', code: 'passed', message: 'has passed' },
    ]);
  });

  test('says when it was used last, to the minute', async () => {
    const { deps, admin, as } = await testServer();
    const key = await as('reader');
    const lastUse = async () => (await admin('GET', '/api/keys')).body.items[0].lastUsedAt;
    expect(await lastUse()).toBeNull();
    await key('GET', '/api/me');
    const first = await lastUse();
    expect(first).toEqual(expect.any(String));
    await key('GET', '/api/me');
    expect(await lastUse()).toBe(first);
    deps.clock.travel(minuteMs + 1000);
    await key('GET', '/api/me');
    expect(await lastUse()).not.toBe(first);
  });

  test('is listed page by page', async () => {
    const { admin, as } = await testServer();
    for (let made = 0; made < 4; made++) await as('reader');
    const one = (await admin('GET', '/api/keys?limit=2')).body;
    const two = (await admin('GET', `/api/keys?limit=2&cursor=${one.next}`)).body;
    const three = (await admin('GET', `/api/keys?limit=2&cursor=${two.next}`)).body;
    const ids = [one, two, three].flatMap((page) =>
      page.items.map((key: { id: string }) => key.id),
    );
    expect(new Set(ids).size).toBe(5);
    expect(three.next).toBeNull();
    expect((await admin('GET', '/api/keys?cursor=abc')).body.code).toBe('invalid_request');
  });
});

test.each([
  ['none of ours', 'Bearer baton_nonsense'],
  ['another scheme', 'Basic YTpi'],
  ['empty', 'Bearer '],
])('an Authorization header that is %s lets nobody in', async (_what, authorization) => {
  const { app } = await testServer();
  const reply = await askAs(app, { authorization })('GET', '/api/me');
  expect([reply.status, reply.body.code]).toEqual([401, 'not_signed_in']);
});
