import { describe, expect, test } from 'vitest';
import { type Ask, askAs, testServer } from '../../../test/http.ts';
import { createKey } from './index.ts';

async function house() {
  const { deps, app, admin } = await testServer();
  const person = async (name: string, role = 'agent') =>
    (await admin('POST', '/api/agents', { name, email: `${name}@example.org`, role })).body.id;
  const as = async (agentId: string): Promise<Ask> => {
    const text = await createKey(deps, { name: 'theirs', role: 'admin', agentId });
    return askAs(app, { authorization: `Bearer ${text}` });
  };
  const role = async (name: string, areas: object, agents: string[]) => {
    const { id } = (await admin('POST', '/api/roles', { name, areas })).body;
    await admin('PATCH', `/api/roles/${id}`, { agents });
    return id;
  };
  return { deps, app, admin, person, as, role };
}

describe('a custom role', () => {
  test('counts in the areas that it names, from the next request on', async () => {
    const { admin, person, as, role } = await house();
    const ana = await person('ana');
    const desk = await as(ana);
    expect((await desk('POST', '/api/topics', { name: 'Bills' })).status).toBe(403);
    const id = await role('Sets up people', { People: 'admin', Customers: 'none' }, [ana]);
    expect((await desk('POST', '/api/topics', { name: 'Bills' })).status).toBe(201);
    expect((await desk('GET', '/api/customers')).status).toBe(403);
    expect((await desk('GET', '/api/cases')).status).toBe(200);
    const me = (await desk('GET', '/api/me')).body;
    expect(me).toMatchObject({
      role: 'agent',
      ranks: { People: 'admin', Customers: 'none', Cases: 'agent' },
    });
    const { items } = (await admin('GET', '/api/roles')).body;
    expect(items).toMatchObject([{ name: 'Sets up people', agents: [{ id: ana, name: 'ana' }] }]);
    expect((await admin('DELETE', `/api/roles/${id}`)).status).toBe(204);
    expect((await desk('POST', '/api/topics', { name: 'More' })).status).toBe(403);
    expect((await desk('GET', '/api/customers')).status).toBe(200);
  });

  test('gives nobody a way to more than they have', async () => {
    const { app, admin, deps, person, as, role } = await house();
    const [ana, boss] = [await person('ana'), await person('boss', 'admin')];
    await role('Lets others in', { People: 'admin', Access: 'admin' }, [ana]);
    const desk = await as(ana);
    const refused = async (...ask: Parameters<Ask>) => (await desk(...ask)).status;
    const more = { name: 'More', areas: { Mail: 'admin' } };
    expect(await refused('POST', '/api/roles', more)).toBe(403);
    expect(await refused('POST', '/api/keys', { name: 'k', role: 'admin' })).toBe(403);
    expect(await refused('PATCH', `/api/agents/${ana}`, { role: 'admin' })).toBe(403);
    expect(await refused('PATCH', `/api/agents/${boss}`, { email: 'mine@example.org' })).toBe(403);
    expect(await refused('POST', `/api/agents/${boss}/sign-in-link`)).toBe(403);
    const strong = { name: 'x', email: 'x@example.org', role: 'admin' };
    expect(await refused('POST', '/api/agents', strong)).toBe(403);
    // What they have themselves they may give.
    expect(await refused('POST', '/api/keys', { name: 'k', role: 'agent' })).toBe(201);
    const { id } = (await admin('POST', '/api/roles', more)).body;
    expect(await refused('PATCH', `/api/roles/${id}`, { agents: [ana] })).toBe(403);
    // A key of theirs opens no more than they do.
    const key = await createKey(deps, { name: 'theirs', role: 'lead', agentId: ana });
    const { body } = await askAs(app, { authorization: `Bearer ${key}` })('GET', '/api/me');
    expect(body).toMatchObject({ role: 'agent', ranks: { People: 'lead', Mail: 'agent' } });
  });

  test('never locks everybody out, and never takes the cases from who holds them', async () => {
    const { admin } = await house();
    const { items } = (await admin('GET', '/api/agents')).body;
    const { id } = (await admin('POST', '/api/roles', { name: 'R', areas: { Access: 'agent' } }))
      .body;
    const locked = await admin('PATCH', `/api/roles/${id}`, { agents: [items[0].id] });
    expect([locked.status, locked.body.code]).toEqual([409, 'last_active_agent']);
    expect((await admin('GET', '/api/roles')).body.items[0].agents).toEqual([]);
    const blind = await admin('POST', '/api/roles', { name: 'Blind', areas: { Cases: 'none' } });
    expect([blind.status, blind.body.errors[0].path]).toEqual([400, 'areas.Cases']);
    const twice = await admin('POST', '/api/roles', { name: 'r', areas: {} });
    expect([twice.status, twice.body.code]).toEqual([409, 'already_exists']);
    const unknown = await admin('PATCH', `/api/roles/${id}`, { agents: [id] });
    expect(unknown.body.code).toBe('unknown_reference');
  });
});
