import { describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import { newId } from '../../platform/ids.ts';
import { foundCompany, topicById } from './index.ts';

/** A founded company with the ids that tests need. */
async function company() {
  const server = await testServer();
  const { admin } = server;
  const teams = (await admin('GET', '/api/teams')).body.items;
  const [head] = (await admin('GET', '/api/agents')).body.items;
  const ana = await addAgent(admin, 'Ana');
  return { ...server, teams, head, ana };
}

async function addAgent(admin: Ask, name: string, more: object = {}) {
  const email = `${name.toLowerCase()}@example.org`;
  const made = await admin('POST', '/api/agents', { name, email, ...more });
  expect(made.status).toBe(201);
  return made.body;
}

const refusal = async (
  reply: Promise<{ status: number; body: { code: string; errors?: { path: string }[] } }>,
) => {
  const { status, body } = await reply;
  return [status, body.code, body.errors?.[0]?.path];
};

test('a fresh installation has three levels, one agent who heads it, and one brand', async () => {
  const { deps, admin } = await testServer();
  await Promise.all([foundCompany(deps), foundCompany(deps)]);
  const levels = (await admin('GET', '/api/levels')).body.items;
  const lengths = { holdingTime: 'PT20H', resumeAtLeast: 'PT4H', waitingLimit: 'P14D' };
  const clock = { counts: 'elapsed', runsFrom: 'arrival', passesTo: 'next', holding: {} };
  expect(levels).toEqual([
    { id: 1, name: 'Front line', ...lengths, ...clock },
    { id: 2, name: 'Specialists', ...lengths, ...clock },
    { id: 3, name: 'Executive office', ...lengths, ...clock },
  ]);
  const agents = (await admin('GET', '/api/agents')).body.items;
  expect(agents).toMatchObject([{ name: 'Head of the company', role: 'admin', active: true }]);
  const head = { id: agents[0].id, name: 'Head of the company' };
  const teams = (await admin('GET', '/api/teams')).body.items;
  expect(teams.map((team: { level: number }) => team.level)).toEqual([1, 2, 3]);
  expect(teams[0].above).toEqual({ id: teams[1].id, name: 'Specialists' });
  expect(teams[2].above).toBeNull();
  for (const team of teams) expect(team).toMatchObject({ lead: head, members: [{ agent: head }] });
  expect((await admin('GET', '/api/company')).body).toMatchObject({
    head,
    defaultTeam: { name: 'Front line' },
    defaultBrand: { name: 'Baton' },
    firstReply: 'PT1H',
    confirmWithin: 'P7D',
    remindAfter: 'P3D',
    taskWithin: 'PT8H',
  });
});

describe('levels', () => {
  test('take a new holding time', async () => {
    const { admin } = await testServer();
    const reply = await admin('PATCH', '/api/levels/1', { holdingTime: 'PT8H' });
    expect(reply).toMatchObject({ status: 200, body: { id: 1, holdingTime: 'PT8H' } });
    expect((await admin('GET', '/api/levels/1')).body.holdingTime).toBe('PT8H');
  });

  const nonsense: [object, string][] = [
    [{ holdingTime: 'PT1S' }, 'holdingTime'],
    [{ holdingTime: '20 hours' }, 'holdingTime'],
    [{ holdingTime: 'P400D' }, 'holdingTime'],
    [{ height: 2 }, 'height'],
    [{ id: 2 }, 'id'],
  ];
  test('refuse what makes no sense, naming the field', async () => {
    const { admin } = await testServer();
    for (const [change, path] of nonsense) {
      const found = await refusal(admin('PATCH', '/api/levels/1', change));
      expect({ change, found }).toEqual({ change, found: [400, 'invalid_request', path] });
    }
  });

  test('grow at the top, with a team to which the old top passes up', async () => {
    const { admin, teams, head } = await company();
    const made = await admin('POST', '/api/levels', { name: 'Board', holdingTime: 'PT48H' });
    expect(made).toMatchObject({ status: 201, body: { id: 4, name: 'Board', holdingTime: 'P2D' } });
    const top = (await admin('GET', '/api/teams')).body.items[3];
    expect(top).toMatchObject({ name: 'Board', level: 4, lead: { id: head.id }, above: null });
    const below = (await admin('GET', `/api/teams/${teams[2].id}`)).body;
    expect(below.above).toEqual({ id: top.id, name: 'Board' });
    const again = refusal(admin('POST', '/api/levels', { name: 'board' }));
    expect(await again).toEqual([409, 'already_exists', 'name']);
  });

  test('go from the top only, and never all', async () => {
    const { admin, teams } = await company();
    expect((await admin('DELETE', '/api/levels/1')).body.code).toBe('wrong_status');
    expect((await admin('DELETE', '/api/levels/9')).status).toBe(404);
    expect((await admin('DELETE', '/api/levels/3')).status).toBe(204);
    expect((await admin('GET', `/api/teams/${teams[2].id}`)).status).toBe(404);
    expect((await admin('GET', `/api/teams/${teams[1].id}`)).body.above).toBeNull();
    expect((await admin('DELETE', '/api/levels/2')).status).toBe(204);
    expect((await admin('DELETE', '/api/levels/1')).body.code).toBe('wrong_status');
  });
});

describe('teams', () => {
  test('never pass a level over, so none is stranded when the top goes', async () => {
    const { admin, teams, ana } = await company();
    const wrong = { name: 'Billing', level: 1, lead: ana.id, above: teams[2].id };
    expect(await refusal(admin('POST', '/api/teams', wrong))).toEqual([
      400,
      'invalid_request',
      'above',
    ]);
    const change = { above: teams[2].id };
    const changed = refusal(admin('PATCH', `/api/teams/${teams[0].id}`, change));
    expect(await changed).toEqual([400, 'invalid_request', 'above']);
  });

  test('are added at a level, under the only team above', async () => {
    const { admin, teams, ana } = await company();
    const members = [{ agent: ana.id, capacity: 5 }];
    const made = await admin('POST', '/api/teams', {
      name: 'Billing',
      level: 1,
      lead: ana.id,
      members,
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        level: 1,
        lead: { name: 'Ana' },
        cover: null,
        above: { id: teams[1].id },
        members: [{ agent: { name: 'Ana' }, capacity: 5 }],
      },
    });
    const path = `/api/teams/${made.body.id}`;
    expect((await admin('PATCH', path, { cover: ana.id, members: [] })).body).toMatchObject({
      cover: { name: 'Ana' },
      members: [],
    });
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
  });

  test('say which field names nothing, or what cannot be', async () => {
    const { admin, teams, ana } = await company();
    const reader = await addAgent(admin, 'Rea', { role: 'reader' });
    const gone = await addAgent(admin, 'Gone');
    await admin('PATCH', `/api/agents/${gone.id}`, { active: false });
    const base = { name: 'Billing', level: 1, lead: ana.id };
    const add = (more: object) => refusal(admin('POST', '/api/teams', { ...base, ...more }));
    expect(await add({ level: 7 })).toEqual([422, 'unknown_reference', 'level']);
    expect(await add({ lead: newId() })).toEqual([422, 'unknown_reference', 'lead']);
    expect(await add({ lead: gone.id })).toEqual([422, 'unknown_reference', 'lead']);
    expect(await add({ lead: reader.id })).toEqual([422, 'unknown_reference', 'lead']);
    expect(await add({ cover: gone.id })).toEqual([422, 'unknown_reference', 'cover']);
    expect(await add({ above: newId() })).toEqual([422, 'unknown_reference', 'above']);
    expect(await add({ above: null })).toEqual([400, 'invalid_request', 'above']);
    expect(await add({ above: teams[0].id })).toEqual([400, 'invalid_request', 'above']);
    expect(await add({ level: 3, above: teams[2].id })).toEqual([400, 'invalid_request', 'above']);
    expect(await add({ name: 'FRONT LINE' })).toEqual([409, 'already_exists', 'name']);
    const twice = [{ agent: ana.id }, { agent: ana.id }];
    expect(await add({ members: twice })).toEqual([400, 'invalid_request', 'members.1.agent']);
    const nobody = [{ agent: newId() }];
    expect(await add({ members: nobody })).toEqual([422, 'unknown_reference', 'members.0.agent']);
    const reading = [{ agent: reader.id }];
    expect(await add({ members: reading })).toEqual([400, 'invalid_request', 'members.0.agent']);
    await admin('POST', '/api/teams', { ...base, name: 'Second specialists', level: 2 });
    expect(await add({})).toEqual([400, 'invalid_request', 'above']);
    expect((await admin('GET', '/api/teams')).body.items).toHaveLength(4);
  });

  test('stay while they are needed', async () => {
    const { admin, teams, ana } = await company();
    const remove = (id: string) => admin('DELETE', `/api/teams/${id}`);
    expect((await remove(teams[0].id)).body.detail).toContain('default team');
    expect((await remove(teams[1].id)).body.detail).toContain('only team of level 2');
    const more = { name: 'More specialists', level: 2, lead: ana.id };
    await admin('POST', '/api/teams', more);
    const inUse = await remove(teams[1].id);
    expect([inUse.status, inUse.body.code]).toEqual([409, 'still_in_use']);
    expect(inUse.body.detail).toContain('stands above Front line');
    expect((await remove(newId())).status).toBe(404);
  });
});

describe('topics', () => {
  test('are a tree that hands its team down', async () => {
    const { deps, admin, teams } = await company();
    const root = (await admin('POST', '/api/topics', { name: 'Money', team: teams[0].id })).body;
    const child = await admin('POST', '/api/topics', {
      name: 'Refunds',
      parent: root.id,
      urgency: 'high',
    });
    expect(child.body).toMatchObject({
      parent: root.id,
      team: null,
      urgency: 'high',
      active: true,
    });
    expect(await topicById(deps.db, child.body.id)).toEqual({
      id: child.body.id,
      name: 'Refunds',
      teamId: teams[0].id,
      responsibleId: null,
      urgency: 'high',
      active: true,
    });
    const path = `/api/topics/${root.id}`;
    const circle = refusal(admin('PATCH', path, { parent: child.body.id }));
    expect(await circle).toEqual([400, 'invalid_request', 'parent']);
    const self = refusal(admin('PATCH', path, { parent: root.id }));
    expect(await self).toEqual([400, 'invalid_request', 'parent']);
    expect((await admin('DELETE', path)).body.code).toBe('still_in_use');
    expect((await admin('DELETE', `/api/topics/${child.body.id}`)).status).toBe(204);
    expect((await admin('DELETE', path)).status).toBe(204);
    expect(await topicById(deps.db, root.id)).toBeNull();
  });

  test('have names of their own in their place, and begin at the front line', async () => {
    const { admin, teams } = await company();
    const root = (await admin('POST', '/api/topics', { name: 'Money' })).body;
    const add = (body: object) => refusal(admin('POST', '/api/topics', body));
    expect(await add({ name: 'money' })).toEqual([409, 'already_exists', 'name']);
    expect((await admin('POST', '/api/topics', { name: 'Money', parent: root.id })).status).toBe(
      201,
    );
    expect(await add({ name: 'A', parent: newId() })).toEqual([422, 'unknown_reference', 'parent']);
    expect(await add({ name: 'A', team: newId() })).toEqual([422, 'unknown_reference', 'team']);
    expect(await add({ name: 'A', team: teams[1].id })).toEqual([400, 'invalid_request', 'team']);
  });
});

describe('brands and the house', () => {
  test('a brand is added, changed, and taken away; the default stays', async () => {
    const { admin } = await testServer();
    const made = await admin('POST', '/api/brands', { name: 'Nordlys', colour: '#123456' });
    expect(made).toMatchObject({
      status: 201,
      body: { language: 'en', zone: 'UTC', address: null },
    });
    const path = `/api/brands/${made.body.id}`;
    const change = { address: 'help@nordlys.example', language: 'da', zone: 'Europe/Copenhagen' };
    expect((await admin('PATCH', path, change)).body).toMatchObject(change);
    const taken = refusal(admin('PATCH', path, { name: 'baton' }));
    expect(await taken).toEqual([409, 'already_exists', 'name']);
    await admin('PATCH', '/api/company', { defaultBrand: made.body.id });
    expect((await admin('DELETE', path)).body.code).toBe('still_in_use');
    const other = (await admin('GET', '/api/brands')).body.items[0];
    expect((await admin('DELETE', `/api/brands/${other.id}`)).status).toBe(204);
  });

  test('the defaults are what exists', async () => {
    const { admin, teams, ana } = await company();
    const set = (change: object) => refusal(admin('PATCH', '/api/company', change));
    expect(await set({ head: newId() })).toEqual([422, 'unknown_reference', 'head']);
    expect(await set({ defaultTeam: newId() })).toEqual([422, 'unknown_reference', 'defaultTeam']);
    expect(await set({ defaultTeam: teams[2].id })).toEqual([
      400,
      'invalid_request',
      'defaultTeam',
    ]);
    expect(await set({ defaultBrand: newId() })).toEqual([
      422,
      'unknown_reference',
      'defaultBrand',
    ]);
    expect(await set({ zone: 'Mars/Olympus' })).toEqual([400, 'invalid_request', 'zone']);
    expect(await set({ confirmWithin: 'PT1M' })).toEqual([400, 'invalid_request', 'confirmWithin']);
    const change = { head: ana.id, zone: 'Europe/Bucharest', firstReply: 'PT30M' };
    expect((await admin('PATCH', '/api/company', change)).body).toMatchObject({
      head: { name: 'Ana' },
      zone: 'Europe/Bucharest',
      firstReply: 'PT30M',
    });
  });
});
