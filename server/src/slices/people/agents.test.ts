import { describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import { newId } from '../../platform/ids.ts';

async function company() {
  const server = await testServer();
  const teams = (await server.admin('GET', '/api/teams')).body.items;
  const [head] = (await server.admin('GET', '/api/agents')).body.items;
  return { ...server, teams, head };
}

async function add(admin: Ask, name: string, more: object = {}) {
  const email = `${name.toLowerCase()}@example.org`;
  return admin('POST', '/api/agents', { name, email, ...more });
}

/** Gives all offices of the head to somebody else. */
async function replaceHead(admin: Ask, teams: { id: string }[], head: { id: string }) {
  const other = (await add(admin, 'Other', { role: 'admin' })).body;
  for (const team of teams) await admin('PATCH', `/api/teams/${team.id}`, { lead: other.id });
  await admin('PATCH', '/api/company', { head: other.id });
  return { other, path: `/api/agents/${head.id}` };
}

describe('an agent', () => {
  test('is added into teams, with a capacity in each', async () => {
    const { admin, teams } = await company();
    const made = await add(admin, 'Ana', {
      teams: [{ team: teams[1].id, capacity: 7 }, { team: teams[0].id }],
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Ana',
        email: 'ana@example.org',
        role: 'agent',
        language: 'en',
        zone: 'UTC',
        active: true,
        teams: [
          { team: { name: 'Front line' }, capacity: 20 },
          { team: { name: 'Specialists' }, capacity: 7 },
        ],
        disabledAt: null,
      },
    });
    const path = `/api/agents/${made.body.id}`;
    expect((await admin('PATCH', path, { teams: [] })).body.teams).toEqual([]);
    expect((await admin('GET', path)).body.teams).toEqual([]);
    expect((await admin('GET', `/api/agents/${newId()}`)).status).toBe(404);
  });

  test('is refused with the field that is wrong', async () => {
    const { admin, teams } = await company();
    await add(admin, 'Ana');
    const refused = async (more: object) => {
      const { status, body } = await add(admin, 'Bo', more);
      return [status, body.code, body.errors?.[0]?.path];
    };
    expect(await refused({ email: 'ANA@example.org' })).toEqual([409, 'already_exists', 'email']);
    expect(await refused({ email: 'nonsense' })).toEqual([400, 'invalid_request', 'email']);
    expect(await refused({ name: ' ' })).toEqual([400, 'invalid_request', 'name']);
    expect(await refused({ role: 'owner' })).toEqual([400, 'invalid_request', 'role']);
    expect(await refused({ salary: 1 })).toEqual([400, 'invalid_request', 'salary']);
    expect(await refused({ zone: 'Nowhere' })).toEqual([400, 'invalid_request', 'zone']);
    const unknown = { teams: [{ team: newId() }] };
    expect(await refused(unknown)).toEqual([422, 'unknown_reference', 'teams.0.team']);
    const twice = { teams: [{ team: teams[0].id }, { team: teams[0].id }] };
    expect(await refused(twice)).toEqual([400, 'invalid_request', 'teams.1.team']);
    const reading = { role: 'reader', teams: [{ team: teams[0].id }] };
    expect(await refused(reading)).toEqual([400, 'invalid_request', 'teams']);
    const many = { teams: [{ team: teams[0].id, capacity: 0 }] };
    expect(await refused(many)).toEqual([400, 'invalid_request', 'teams.0.capacity']);
    expect((await admin('GET', '/api/agents')).body.items).toHaveLength(2);
  });

  test('may change their own language and zone, and nothing else', async () => {
    const { admin, as } = await company();
    const { id } = (await add(admin, 'Ana')).body;
    const ana = await as('agent', id);
    const change = { language: 'ro', zone: 'Europe/Bucharest' };
    expect((await ana('PATCH', `/api/agents/${id}`, change)).body).toMatchObject(change);
    expect((await ana('PATCH', `/api/agents/${id}`, { role: 'admin' })).status).toBe(403);
    expect((await ana('PATCH', `/api/agents/${id}`, { ...change, name: 'X' })).status).toBe(403);
    const bo = (await add(admin, 'Bo')).body;
    expect((await ana('PATCH', `/api/agents/${bo.id}`, change)).status).toBe(403);
  });

  test('is listed by name, page by page', async () => {
    const { admin } = await company();
    for (const name of ['Zoe', 'ana', 'Bo']) await add(admin, name);
    const names: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await admin('GET', `/api/agents?limit=2${page}`);
      names.push(...body.items.map((one: { name: string }) => one.name));
      next = body.next;
    }
    expect(names).toEqual(['ana', 'Bo', 'Head of the company', 'Zoe']);
    expect((await admin('GET', '/api/agents?limit=0')).body.errors[0].path).toBe('query.limit');
    expect((await admin('GET', '/api/agents?page=2')).body.errors[0].path).toBe('query.page');
  });
});

describe('disabling', () => {
  test('leaves somebody who can hold the cases', async () => {
    const { admin, head } = await company();
    const path = `/api/agents/${head.id}`;
    expect((await admin('PATCH', path, { active: false })).body.code).toBe('last_active_agent');
    expect((await admin('PATCH', path, { role: 'reader' })).body.code).toBe('last_active_agent');
    await add(admin, 'Rea', { role: 'reader' });
    expect((await admin('PATCH', path, { active: false })).body.code).toBe('last_active_agent');
  });

  test('leaves somebody who can let others in', async () => {
    const { admin, head } = await company();
    await add(admin, 'Ana');
    const reply = await admin('PATCH', `/api/agents/${head.id}`, { role: 'agent' });
    expect(reply.body).toMatchObject({ code: 'last_active_agent' });
    expect(reply.body.detail).toContain('administrator');
  });

  test('says which offices need somebody else first', async () => {
    const { admin, teams, head } = await company();
    const ana = (await add(admin, 'Ana', { role: 'admin' })).body;
    await admin('PATCH', `/api/teams/${teams[0].id}`, { lead: ana.id, cover: head.id });
    const reply = await admin('PATCH', `/api/agents/${head.id}`, { active: false });
    expect([reply.status, reply.body.code]).toEqual([409, 'still_in_use']);
    expect(reply.body.detail).toContain('give the team Specialists another lead');
    expect(reply.body.detail).toContain('give the team Executive office another lead');
    expect(reply.body.detail).toContain('give the team Front line another cover, or none');
    expect(reply.body.detail).toContain('another head of the company');
  });

  test('keeps the memberships for a return, with the instant of going', async () => {
    const { admin, teams, head } = await company();
    const { path } = await replaceHead(admin, teams, head);
    const gone = (await admin('PATCH', path, { active: false })).body;
    expect(gone).toMatchObject({ active: false, disabledAt: expect.any(String) });
    expect(gone.teams).toHaveLength(3);
    const later = (await admin('PATCH', path, { name: 'Renamed' })).body;
    expect(later.disabledAt).toBe(gone.disabledAt);
    const back = (await admin('PATCH', path, { active: true })).body;
    expect(back).toMatchObject({ active: true, disabledAt: null });
    expect(back.teams).toHaveLength(3);
  });

  test('of the last two at once disables one of them', async () => {
    const { admin, teams, head } = await company();
    const { other, path } = await replaceHead(admin, teams, head);
    const ana = (await add(admin, 'Ana', { role: 'admin' })).body;
    await admin('PATCH', path, { active: false });
    for (const team of teams) await admin('PATCH', `/api/teams/${team.id}`, { lead: ana.id });
    await admin('PATCH', '/api/company', { head: ana.id });
    const both = await Promise.all(
      [other, ana].map(({ id }) => admin('PATCH', `/api/agents/${id}`, { active: false })),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const active = (await admin('GET', '/api/agents')).body.items.filter(
      (one: { active: boolean }) => one.active,
    );
    expect(active).toHaveLength(1);
  });

  test('and becoming a reader both need the teams to be left', async () => {
    const { admin, teams } = await company();
    const { id } = (await add(admin, 'Ana', { teams: [{ team: teams[0].id }] })).body;
    const path = `/api/agents/${id}`;
    const reply = await admin('PATCH', path, { role: 'reader' });
    expect(reply.body).toMatchObject({ code: 'still_in_use' });
    expect(reply.body.detail).toContain('Front line');
    const left = await admin('PATCH', path, { role: 'reader', teams: [] });
    expect(left).toMatchObject({ status: 200, body: { role: 'reader', teams: [] } });
  });
});
