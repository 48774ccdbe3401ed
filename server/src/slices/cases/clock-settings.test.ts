import { beforeAll, describe, expect, it } from 'vitest';
import { askAs, type Ask } from '../../../test/http.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { hourMs } from '../../kernel/duration.ts';
import { createKey } from '../auth/index.ts';
import { checks } from './checks.ts';
import { alignAllClocks, sweep } from './jobs.ts';

let deps: TestDeps;
let company: Pyramid;
let admin: Ask;

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const key = await createKey(deps, { name: 'admin', role: 'admin' });
  admin = askAs(await buildApp(deps), { authorization: `Bearer ${key}` });
});

const opening = { customer: { email: 'maria@example.ro' }, subject: 'Factura', text: 'Greșită.' };
const open = async (more: object = {}) =>
  (await admin('POST', '/api/cases', { ...opening, ...more })).body;
const look = async (id: string) => (await admin('GET', `/api/cases/${id}`)).body;
const kindsOf = async (id: string): Promise<string[]> =>
  (await admin('GET', `/api/cases/${id}/events`)).body.items.map(
    (one: { kind: string }) => one.kind,
  );
const lengthMs = (from: string, to: string) => Date.parse(to) - Date.parse(from);
const noUses = { company: false, levels: [], teams: [], agents: [] };
const allDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
/** Closed from the day after tomorrow on, for so many days. */
const closedAhead = (days: number) =>
  Array.from({ length: days }, (_, n) => ({
    day: new Date(Date.now() + (n + 2) * 24 * hourMs).toISOString().slice(0, 10),
    name: 'Revelion',
  }));

describe('settings that change under way', () => {
  it('move every case by an event, find its level again, and leave doctor nothing to find', async () => {
    const one = await open();
    const { status, body: calendar } = await admin('POST', '/api/calendars', {
      name: 'Nights',
      zone: 'UTC',
      weekly: allDay.map(({ day }) => ({ day, from: '22:00', to: '02:00' })),
      uses: { ...noUses, levels: [1] },
    });
    expect(status).toBe(201);
    // Elapsed time goes by the calendar's days only; nothing has moved.
    expect((await look(one.id)).clock.due).toBe(one.clock.due);
    await admin('PATCH', '/api/levels/1', { counts: 'working' });
    const later = await look(one.id);
    // Twenty hours at four a night.
    expect(lengthMs(one.clock.startedAt, later.clock.due)).toBeGreaterThan(4 * 24 * hourMs);
    expect(await kindsOf(one.id)).toEqual(['opened', 'calendar_changed']);
    await admin('PATCH', `/api/calendars/${calendar.id}`, { weekly: allDay });
    expect((await look(one.id)).clock.due).toBe(one.clock.due);
    await admin('PATCH', '/api/levels/1', { holding: { high: 'PT6H' } });
    expect((await look(one.id)).clock.due).toBe(one.clock.due);
    for (const check of checks)
      expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
    await admin('PATCH', '/api/levels/1', { counts: 'elapsed', holding: {} });
  });

  it('count closed days of the company for nobody, and say which day it was', async () => {
    const one = await open();
    const days = closedAhead(3);
    await admin('PUT', '/api/company/closed-days', { days });
    await admin('PATCH', '/api/levels/1', { holdingTime: 'P3D' });
    const moved = await look(one.id);
    expect(lengthMs(one.clock.startedAt, moved.clock.due)).toBe(6 * 24 * hourMs);
    deps.clock.travel(4 * 24 * hourMs);
    const { lines } = (await admin('GET', `/api/cases/${one.id}/clock`)).body;
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'closed_day', counted: false, name: 'Revelion' }),
    );
    await admin('PUT', '/api/company/closed-days', { days: [] });
    await admin('PATCH', '/api/levels/1', { holdingTime: 'PT20H' });
  });

  it('write nothing where nothing moves, however often they are brought to the cases', async () => {
    const one = await open();
    await admin('PUT', '/api/company/closed-days', {
      days: [{ day: '2040-01-01', name: 'Far away' }],
    });
    await alignAllClocks(deps);
    expect(await kindsOf(one.id)).toEqual(['opened']);
  });
});

describe('urgency and stakes', () => {
  it('have their own holding time, from the arrival on', async () => {
    await admin('PATCH', '/api/levels/1', { holding: { urgent: 'PT4H', high_stakes: 'PT2H' } });
    const urgent = await open({ urgency: 'urgent' });
    expect(lengthMs(urgent.clock.startedAt, urgent.clock.due)).toBe(4 * hourMs);
    const one = await open();
    const { body } = await admin('PATCH', `/api/cases/${one.id}`, { highStakes: true });
    expect(lengthMs(one.clock.startedAt, body.clock.due)).toBe(2 * hourMs);
    expect(body).toMatchObject({ highStakes: true, priority: { reasons: ['high_stakes'] } });
    expect(await kindsOf(one.id)).toEqual(['opened', 'high_stakes_set', 'holding_time_changed']);
    const { rows } = await deps.pool.query(
      `select agent_id from baton.notices where case_id = $1 and kind = 'high_stakes'`,
      [one.id],
    );
    expect(rows).toEqual([{ agent_id: company.agents[0][0] }]);
    await admin('PATCH', '/api/levels/1', { holding: {} });
    expect((await look(one.id)).clock.due).toBe(one.clock.due);
  });
});

describe('the order of pressing cases', () => {
  it('has urgent ones and those with a near deadline first, page by page', async () => {
    const subject = 'Ordine';
    const usual = await open({ subject });
    const urgent = await open({ subject, urgency: 'urgent' });
    const low = await open({ subject, urgency: 'low' });
    const url = '/api/cases?sort=priority&limit=1';
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await admin('GET', next ? `${url}&cursor=${next}` : url);
      seen.push(...body.items.map((one: { id: string }) => one.id));
      ({ next } = body);
    }
    const places = [urgent, usual, low].map((one) => seen.indexOf(one.id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("the customer's own deadline", () => {
  it('brings the case forward, warns its owner, is missed, and moves nothing', async () => {
    const one = await open();
    const start = Date.parse(one.openedAt);
    const at = new Date(start + 8 * hourMs).toISOString();
    const { body } = await admin('PATCH', `/api/cases/${one.id}`, { deadline: at });
    expect(body).toMatchObject({ deadline: { at, missedAt: null }, clock: { due: one.clock.due } });
    deps.clock.travel(6 * hourMs + 60_000);
    await sweep(deps);
    deps.clock.travel(2 * hourMs);
    await sweep(deps);
    const after = await look(one.id);
    expect(after.deadline.missedAt).not.toBeNull();
    expect(after).toMatchObject({ level: 1, owner: one.owner });
    expect(await kindsOf(one.id)).toEqual(
      expect.arrayContaining(['deadline_set', 'deadline_near', 'deadline_missed']),
    );
  });

  it('moved to later three times is a postponement that the lead hears of', async () => {
    const one = await open();
    const inDays = (days: number) =>
      new Date(deps.clock.shift(new Date()).getTime() + days * 24 * hourMs);
    for (const days of [1, 2, 3, 4]) {
      await admin('PATCH', `/api/cases/${one.id}`, { deadline: inDays(days).toISOString() });
    }
    expect(await look(one.id)).toMatchObject({ postponed: 3 });
    const { rows } = await deps.pool.query(
      `select agent_id from baton.notices where case_id = $1 and kind = 'postponed'`,
      [one.id],
    );
    expect(rows).toEqual([{ agent_id: company.agents[0][0] }]);
  });

  it('cannot have passed already', async () => {
    const one = await open();
    const { status } = await admin('PATCH', `/api/cases/${one.id}`, {
      deadline: '2020-01-01T00:00:00.000Z',
    });
    expect(status).toBe(400);
  });
});

describe('straight to the top', () => {
  it('is where a case goes up to from a level that says so', async () => {
    await admin('PATCH', '/api/levels/1', { passesTo: 'top' });
    const one = await open();
    const { body } = await admin('POST', `/api/cases/${one.id}/handovers`, {
      direction: 'up',
      reason: 'beyond_my_authority',
      summary: 'For the head.',
    });
    expect(body).toMatchObject({ level: 3 });
    const other = await open();
    deps.clock.travel(21 * hourMs);
    await sweep(deps);
    expect(await look(other.id)).toMatchObject({ level: 3 });
    await admin('PATCH', '/api/levels/1', { passesTo: 'next' });
  });
});

describe('calendars', () => {
  it('are changed by whoever has seen their latest version, and kept while in use', async () => {
    const uses = { ...noUses, teams: [company.teams[1]], agents: [company.agents[0][1]] };
    const made = await admin('POST', '/api/calendars', { name: 'Birou', zone: 'UTC', uses });
    expect(made.headers.etag).toBe('"1"');
    const url = `/api/calendars/${made.body.id}`;
    expect((await admin('PATCH', url, { name: 'Office' })).body).toMatchObject({ version: 2 });
    const stale = await admin('PATCH', url, { name: 'X' }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect((await admin('DELETE', url)).body.code).toBe('still_in_use');
    const absent = await admin('PATCH', url, { uses: { ...uses, levels: [1, 99] } });
    expect(absent.body.errors).toMatchObject([{ path: 'uses.levels.1', code: 'not_there' }]);
    await admin('PATCH', url, { uses: noUses });
    expect((await admin('DELETE', url)).status).toBe(204);
  });

  it.each([
    ['twice the same day', { closed: [0, 1].map(() => ({ day: '2030-05-01', name: 'x' })) }],
    ['an hour that there is not', { weekly: [{ day: 1, from: '25:00', to: '26:00' }] }],
    ['no such zone', { zone: 'Europe/Nowhere' }],
  ])('are refused with %s', async (_, fields) => {
    const { status } = await admin('POST', '/api/calendars', {
      name: 'Bad',
      zone: 'UTC',
      ...fields,
    });
    expect(status).toBe(400);
  });

  it('read holidays from a file without saving, and tell those that are there', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      ...['1225', '1226'].flatMap((day) => [
        'BEGIN:VEVENT',
        `DTSTART;VALUE=DATE:2039${day}`,
        'SUMMARY:Jul',
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
    ].join('\r\n');
    const closed = [{ day: '2039-12-25', name: 'Juledag' }];
    const { body } = await admin('POST', '/api/calendars/holidays', { text, closed });
    expect(body).toEqual({ days: [{ day: '2039-12-26', name: 'Jul' }], known: 1, skipped: 0 });
  });

  it('show the next two weeks before they are saved', async () => {
    const weekly = [{ day: 1, from: '09:00', to: '17:00' }];
    const { body } = await admin('POST', '/api/calendars/preview', {
      zone: 'UTC',
      weekly,
      closed: [],
    });
    expect(body.items.filter((one: { counts: boolean }) => one.counts)).toHaveLength(2);
  });
});
