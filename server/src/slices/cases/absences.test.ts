import { beforeEach, describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { checks } from '../../wiring.ts';
import { moveStranded, sweepAbsences } from './absence-sweep.ts';

type Server = Awaited<ReturnType<typeof testServer>>;
type Person = { id: string; ask: Ask };

let server: Server;
let front: { id: string };
let head: { id: string };
let ana: Person;
let bo: Person;

beforeEach(async () => {
  server = await testServer();
  const { admin } = server;
  [front] = (await admin('GET', '/api/teams')).body.items;
  [head] = (await admin('GET', '/api/agents')).body.items;
  ana = await person('Ana');
  bo = await person('Bo');
  const members = [{ agent: ana.id }, { agent: bo.id }];
  await admin('PATCH', `/api/teams/${front.id}`, { members });
});

async function person(name: string): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`;
  const { id } = (await server.admin('POST', '/api/agents', { name, email })).body;
  return { id, ask: await server.as('agent', id) };
}

async function open(count = 1): Promise<string[]> {
  const paths: string[] = [];
  for (let each = 0; each < count; each++) {
    const opened = await server.admin('POST', '/api/cases', {
      customer: { email: 'kim@example.com' },
      subject: 'No light',
      text: 'The lamp does not light.',
    });
    paths.push(`/api/cases/${opened.body.id}`);
  }
  return paths;
}

const caseAt = async (path: string) => (await server.admin('GET', path)).body;
const heldBy = async ({ id }: { id: string }) =>
  (await server.admin('GET', `/api/cases?owner=${id}&status=open,waiting`)).body.items;
const inHours = (hours: number) => {
  const { clock } = server.deps;
  return new Date(clock.shift(new Date()).getTime() + hours * hourMs).toISOString();
};
const away = (who: Person, more: object = {}) =>
  who.ask('POST', '/api/absences', { reason: 'holiday', ...more });

async function expectClean(): Promise<void> {
  for (const { name, find } of checks) expect(await find(server.deps), name).toEqual([]);
}

describe('an absence that begins now', () => {
  test('moves the cases at once, each with its event, and gives the agent no new ones', async () => {
    const paths = await open(4);
    expect(await heldBy(ana)).toHaveLength(2);
    const recorded = await away(ana, { until: inHours(72) });
    expect(recorded).toMatchObject({
      status: 201,
      body: { state: 'running', reason: 'holiday', handedOverAt: expect.any(String), version: 2 },
    });
    expect(await heldBy(ana)).toEqual([]);
    expect(await heldBy(bo)).toHaveLength(4);
    const events = await Promise.all(
      paths.map(async (path) => (await server.admin('GET', `${path}/events`)).body.items),
    );
    const moves = events.flat().filter(({ kind }) => kind === 'handed_over');
    expect(moves).toHaveLength(2);
    for (const { data } of moves) {
      expect(data).toMatchObject({
        direction: 'across',
        reason: 'absence',
        from: ana.id,
        to: bo.id,
      });
      expect(data.clock).toBeNull();
    }
    await open(3);
    expect(await heldBy(bo)).toHaveLength(7);
    const shown = (await server.admin('GET', `/api/agents/${ana.id}`)).body;
    expect(shown).toMatchObject({ present: false, active: true, absentUntil: expect.any(String) });
    await expectClean();
  });

  test('gives them to the cover, who belongs to another team of the level', async () => {
    const cy = await person('Cy');
    const team = { name: 'Side', level: 1, lead: head.id, members: [{ agent: cy.id }] };
    await server.admin('POST', '/api/teams', team);
    await open(4);
    await away(ana, { until: inHours(72), cover: cy.id });
    expect(await heldBy(cy)).toHaveLength(2);
    expect(await heldBy(bo)).toHaveLength(2);
    await expectClean();
  });

  test('of less than a working day moves nothing, and still gives no new cases', async () => {
    await open(2);
    const { body } = await away(ana, { until: inHours(4), reason: 'course' });
    expect(body).toMatchObject({ state: 'running', handedOverAt: null });
    expect(await heldBy(ana)).toHaveLength(1);
    await open(3);
    expect(await heldBy(ana)).toHaveLength(1);
    const longer = await ana.ask('PATCH', `/api/absences/${body.id}`, { until: inHours(48) });
    expect(longer.body.handedOverAt).not.toBeNull();
    expect(await heldBy(ana)).toEqual([]);
    await expectClean();
  });

  test('gives the most pressing case to whoever has most room', async () => {
    const cy = await person('Cy');
    const members = [ana, bo, cy].map(({ id }) => ({ agent: id }));
    await server.admin('PATCH', `/api/teams/${front.id}`, { members: members.slice(0, 1) });
    const [, pressing] = await open(2);
    await server.admin('PATCH', pressing!, { urgency: 'urgent' });
    await server.admin('PATCH', `/api/teams/${front.id}`, { members: members.slice(0, 2) });
    await server.admin('PATCH', `/api/teams/${front.id}`, { members: members.slice(1, 2) });
    await open(1);
    await server.admin('PATCH', `/api/teams/${front.id}`, { members });
    await away(ana, { until: inHours(72) });
    expect((await caseAt(pressing!)).owner.id).toBe(cy.id);
    await expectClean();
  });

  test('lets a solved case stay, which goes to somebody else when it is reopened', async () => {
    const [path] = await open();
    const owner = (await caseAt(path!)).owner.id === ana.id ? ana : bo;
    const other = owner === ana ? bo : ana;
    await owner.ask('POST', `${path}/solution`, { text: 'Put in the plug.' });
    await away(owner, { until: inHours(72) });
    expect(await caseAt(path!)).toMatchObject({ owner: { id: owner.id }, ownerAbsent: true });
    await server.admin('POST', `${path}/reopening`, {});
    expect(await caseAt(path!)).toMatchObject({ owner: { id: other.id }, ownerAbsent: false });
    await expectClean();
  });

  test('lets whoever gets a reopened case be warned in their own hours', async () => {
    const [path] = await open();
    const owner = (await caseAt(path!)).owner.id === ana.id ? ana : bo;
    const other = owner === ana ? bo : ana;
    await owner.ask('POST', `${path}/solution`, { text: 'Put in the plug.' });
    await away(owner, { until: inHours(72) });
    // The heir works for the next two hours alone, and the time is half over after nine.
    const [from, to] = [inHours(-1), inHours(2)].map((at) => at.slice(11, 16));
    await server.admin('POST', '/api/calendars', {
      name: 'Two hours',
      zone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to })),
      uses: { company: false, levels: [], teams: [], agents: [other.id] },
    });
    await server.admin('POST', `${path}/reopening`, {});
    const row = await server.deps.db
      .selectFrom('baton.cases')
      .select(['owner_id', 'warn_at'])
      .executeTakeFirstOrThrow();
    expect(row.owner_id).toBe(other.id);
    expect(row.warn_at!.getTime()).toBeLessThan(Date.parse(inHours(2.1)));
    await expectClean();
  });

  test('lets nobody hand a case to whoever is away', async () => {
    const [path] = await open();
    const owner = (await caseAt(path!)).owner.id === ana.id ? ana : bo;
    const other = owner === ana ? bo : ana;
    await away(other, { until: inHours(2) });
    const across = { direction: 'across', reason: 'wish_of_lead', summary: 'Yours.' };
    const named = await owner.ask('POST', `${path}/handovers`, { ...across, agent: other.id });
    expect(named).toMatchObject({ status: 409, body: { code: 'agent_absent' } });
  });
});

describe('where nobody else is there', () => {
  test('cases stay, the screen says so, and they move when somebody comes', async () => {
    const [path] = await open();
    await away(ana, { until: inHours(48) });
    const headAway = await server.admin('POST', '/api/absences', {
      agent: head.id,
      reason: 'sick',
    });
    await away(bo, { until: inHours(30) });
    const left = await caseAt(path!);
    expect(left).toMatchObject({ owner: { id: bo.id }, ownerAbsent: true });
    const events = (await server.admin('GET', `${path}/events`)).body.items;
    expect(events.at(-1)).toMatchObject({ kind: 'owner_absent', data: { owner: bo.id } });
    // A new one goes to the head, absent or not: it is never in nobody's hands.
    const [late] = await open();
    expect(await caseAt(late!)).toMatchObject({ owner: { id: head.id }, ownerAbsent: true });
    await expectClean();
    await server.admin('POST', `/api/absences/${headAway.body.id}/ending`);
    await moveStranded(server.deps);
    expect(await caseAt(path!)).toMatchObject({ owner: { id: head.id }, ownerAbsent: false });
    await expectClean();
  });

  test('the team’s lead and cover stand in before the head', async () => {
    const { admin } = server;
    const cy = await person('Cy');
    await admin('PATCH', `/api/teams/${front.id}`, { cover: cy.id });
    await away(ana, { until: inHours(48) });
    await away(bo, { until: inHours(48) });
    const [first] = await open();
    expect((await caseAt(first!)).owner.id).toBe(head.id);
    await admin('POST', '/api/absences', { agent: head.id, reason: 'other' });
    expect((await caseAt(first!)).owner.id).toBe(cy.id);
    const [second] = await open();
    expect((await caseAt(second!)).owner.id).toBe(cy.id);
  });
});

describe('an absence recorded ahead', () => {
  test('begins and ends by itself, once, however many servers look', async () => {
    await open(4);
    const { body } = await away(ana, { from: inHours(2), until: inHours(50) });
    expect(body).toMatchObject({ state: 'planned' });
    await sweepAbsences(server.deps);
    expect(await heldBy(ana)).toHaveLength(2);
    server.deps.clock.travel(2 * hourMs);
    await Promise.all([1, 2, 3, 4].map(() => sweepAbsences(server.deps)));
    expect(await heldBy(ana)).toEqual([]);
    const running = (await server.admin('GET', `/api/absences/${body.id}`)).body;
    expect(running).toMatchObject({ state: 'running', version: 2 });
    server.deps.clock.travel(2 * dayMs);
    await Promise.all([1, 2, 3, 4].map(() => sweepAbsences(server.deps)));
    const ended = (await server.admin('GET', `/api/absences/${body.id}`)).body;
    expect(ended).toMatchObject({ state: 'ended', version: 3, endedAt: expect.any(String) });
    expect((await server.admin('GET', `/api/agents/${ana.id}`)).body.present).toBe(true);
  });

  test('is changed, taken back, and refused where it overlaps another', async () => {
    const first = (await away(ana, { from: inHours(24), until: inHours(72) })).body;
    const overlapping = await away(ana, { from: inHours(48), until: inHours(96) });
    expect(overlapping).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    expect((await away(ana, { from: inHours(72), until: inHours(96) })).status).toBe(201);
    const path = `/api/absences/${first.id}`;
    const stale = await ana.ask('PATCH', path, { until: inHours(70) }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    const changed = await ana.ask('PATCH', path, { until: inHours(70), cover: bo.id });
    expect(changed.body).toMatchObject({ cover: { name: 'Bo' }, version: 2 });
    expect((await ana.ask('POST', `${path}/ending`)).body.code).toBe('wrong_status');
    expect((await ana.ask('DELETE', path)).status).toBe(204);
    expect((await ana.ask('PATCH', path, { reason: 'sick' })).body.code).toBe('wrong_status');
    const listed = async (query: string) =>
      (await server.admin('GET', `/api/absences?agent=${ana.id}${query}`)).body.items;
    expect(await listed('')).toHaveLength(1);
    expect(await listed('&past=true')).toHaveLength(2);
    expect(await listed(`&until=${inHours(60)}`)).toEqual([]);
    expect(await listed(`&team=${front.id}&from=${inHours(80)}`)).toHaveLength(1);
  });

  test('that nobody saw begin before it was over moves nothing', async () => {
    await open(2);
    const { body } = await away(ana, { from: inHours(2), until: inHours(50) });
    server.deps.clock.travel(3 * dayMs);
    await sweepAbsences(server.deps);
    expect((await server.admin('GET', `/api/absences/${body.id}`)).body.state).toBe('ended');
    expect(await heldBy(ana)).toHaveLength(1);
  });
});

describe('who may record an absence', () => {
  test('is the agent, a lead of theirs, an administrator; why is shown to these alone', async () => {
    const cy = await person('Cy');
    const recorded = (await away(ana, { from: inHours(24), reason: 'sick' })).body;
    expect((await away(bo, { agent: ana.id })).status).toBe(403);
    const path = `/api/absences/${recorded.id}`;
    expect((await bo.ask('PATCH', path, { until: inHours(50) })).status).toBe(403);
    expect((await bo.ask('GET', path)).body.reason).toBeNull();
    expect((await ana.ask('GET', path)).body.reason).toBe('sick');
    await server.admin('PATCH', `/api/teams/${front.id}`, { lead: cy.id });
    expect((await cy.ask('GET', path)).body.reason).toBe('sick');
    expect((await cy.ask('PATCH', path, { until: inHours(50) })).status).toBe(200);
    expect((await away(cy, { agent: bo.id, from: inHours(9) })).status).toBe(201);
  });

  test('is told which field is wrong', async () => {
    const refused = async (more: object) => {
      const { status, body } = await away(ana, more);
      return [status, body.code, body.errors?.[0]?.path];
    };
    const cy = await person('Cy');
    expect(await refused({ until: inHours(-1) })).toEqual([400, 'invalid_request', 'until']);
    expect(await refused({ cover: ana.id })).toEqual([400, 'invalid_request', 'cover']);
    expect(await refused({ cover: cy.id })).toEqual([422, 'unknown_reference', 'cover']);
    expect(await refused({ reason: 'flu' })).toEqual([400, 'invalid_request', 'reason']);
  });
});

describe('disabling somebody', () => {
  test('ends the absence that runs, cancels those ahead, and coming back is presence', async () => {
    const now = (await away(ana, { until: inHours(30) })).body;
    const ahead = (await away(ana, { from: inHours(40) })).body;
    await server.admin('PATCH', `/api/agents/${ana.id}`, { active: false });
    const state = async ({ id }: { id: string }) =>
      (await server.admin('GET', `/api/absences/${id}`)).body.state;
    expect([await state(now), await state(ahead)]).toEqual(['ended', 'cancelled']);
    const back = await server.admin('PATCH', `/api/agents/${ana.id}`, { active: true });
    expect(back.body.present).toBe(true);
    await expectClean();
  });

  test('hands over to those who are present', async () => {
    await open(4);
    await away(bo, { until: inHours(4) });
    await server.admin('PATCH', `/api/agents/${ana.id}`, { active: false });
    expect(await heldBy(head)).toHaveLength(2);
    expect(await heldBy(bo)).toHaveLength(2);
  });
});

describe('at the end', () => {
  const offers = async (who: Person) =>
    (await who.ask('GET', `/api/agents/${who.id}/offers`)).body.items;

  async function backFromAbsence() {
    await open(4);
    const { body } = await away(ana, { until: inHours(72) });
    expect(await offers(ana)).toEqual([]);
    await ana.ask('POST', `/api/absences/${body.id}/ending`);
    return offers(ana);
  }

  test('cases are offered back to both, and go back by one act of either', async () => {
    const [one, two] = await backFromAbsence();
    expect(one).toMatchObject({ before: { name: 'Ana' }, holder: { name: 'Bo' } });
    expect(await offers(bo)).toHaveLength(2);
    const before = await caseAt(`/api/cases/${one.case.id}`);
    const taken = await ana.ask('POST', `/api/cases/${one.case.id}/taking-back`, {});
    expect(taken).toMatchObject({ status: 201, body: { owner: { id: ana.id } } });
    expect(taken.body.clock.due).toBe(before.clock.due);
    const given = await bo.ask('POST', `/api/cases/${two.case.id}/taking-back`, { agent: ana.id });
    expect(given).toMatchObject({ status: 201, body: { owner: { id: ana.id } } });
    const events = (await server.admin('GET', `/api/cases/${two.case.id}/events`)).body.items;
    expect(events.at(-1)).toMatchObject({
      kind: 'handed_over',
      actor: { id: bo.id },
      data: { direction: 'across', reason: 'offered_back', from: bo.id, to: ana.id },
    });
    expect(await offers(ana)).toEqual([]);
    await expectClean();
  });

  test('are no longer offered once solved, passed up or left', async () => {
    const [one, two] = await backFromAbsence();
    await bo.ask('POST', `/api/cases/${one.case.id}/solution`, { text: 'Done.' });
    const late = await ana.ask('POST', `/api/cases/${one.case.id}/taking-back`, {});
    expect(late).toMatchObject({ status: 404 });
    const left = await ana.ask('DELETE', `/api/cases/${two.case.id}/taking-back`);
    expect(left).toMatchObject({ status: 200, body: { items: [] } });
    expect(await offers(bo)).toEqual([]);
  });

  test('are nobody else’s to take', async () => {
    const [one] = await backFromAbsence();
    const cy = await person('Cy');
    await server.admin('PATCH', `/api/agents/${cy.id}`, { teams: [{ team: front.id }] });
    const taken = await cy.ask('POST', `/api/cases/${one.case.id}/taking-back`, {});
    expect(taken.status).toBe(403);
    expect((await cy.ask('GET', `/api/agents/${ana.id}/offers`)).status).toBe(403);
  });
});

test('says before it is recorded what an absence would do', async () => {
  await open(6);
  const outlook = async (query: string) =>
    (await ana.ask('GET', `/api/agents/${ana.id}/absence-outlook${query}`)).body;
  expect(await outlook(`?until=${inHours(3)}`)).toEqual({
    moves: false,
    cases: 3,
    toCover: 0,
    stay: 0,
  });
  expect(await outlook(`?cover=${bo.id}`)).toMatchObject({ moves: true, toCover: 3, stay: 0 });
});

test('shows how much is in the hands of each of a team', async () => {
  await server.admin('PATCH', `/api/teams/${front.id}`, {
    members: [
      { agent: ana.id, capacity: 2 },
      { agent: bo.id, capacity: 9 },
    ],
  });
  const [path] = await open(4);
  await away(bo, { until: inHours(3) });
  const owner = (await caseAt(path!)).owner.id === ana.id ? ana : bo;
  await owner.ask('POST', `${path}/solution`, { text: 'Done.' });
  const { body } = await server.admin('GET', `/api/teams/${front.id}/load`);
  expect(body.members).toMatchObject([
    { agent: { name: 'Ana' }, present: true, capacity: 2 },
    { agent: { name: 'Bo' }, present: false, capacity: 9, full: false },
  ]);
  const sum = (key: string) =>
    body.members.reduce((all: number, one: Record<string, number>) => all + one[key]!, 0);
  expect([sum('open'), sum('openInTeam'), sum('solvedToday')]).toEqual([3, 3, 1]);
});
