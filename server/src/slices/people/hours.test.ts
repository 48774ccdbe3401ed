import { expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';

const around = { zone: 'UTC', weekly: [], closed: [] };
const nobody = { company: false, levels: [], teams: [], agents: [] };

test('whatever changes somebody’s hours lets what waits for them be looked at again', async () => {
  const { admin, deps } = await testServer();
  const [front, , top] = (await admin('GET', '/api/teams')).body.items;
  const [head] = (await admin('GET', '/api/agents')).body.items;
  /** Whose notices are looked at after a change; undefined: nobody's. */
  const followed = async (asked: ReturnType<Ask>) => {
    const { status, body } = await asked;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    const rows = await deps.db
      .deleteFrom('baton.work')
      .where('task', '=', 'notices.hours')
      .returning('payload')
      .execute();
    return rows.map(({ payload }) => (payload as { agents: string[] | null }).agents);
  };
  const made = await admin('POST', '/api/calendars', { name: 'Day', ...around });
  const calendar = `/api/calendars/${made.body.id}`;
  const ana = { name: 'Ana', email: 'ana@example.org' };
  const agent = (await admin('POST', '/api/agents', ana)).body;
  const person = `/api/agents/${agent.id}`;
  const membership = { team: top.id, capacity: 5 };
  const team = { name: 'Night', level: 1, lead: head.id, members: [] };
  const night = (await admin('POST', '/api/teams', team)).body;
  expect(await followed(admin('PATCH', person, { name: 'Ana Pop' }))).toEqual([]);

  for (const [method, path, body, whose] of [
    ['PATCH', calendar, { uses: { ...nobody, teams: [top.id] } }, null],
    ['PATCH', calendar, { weekly: [{ day: 1, from: '08:00', to: '16:00' }] }, null],
    ['PUT', '/api/company/closed-days', { days: [{ day: '2031-12-25', name: '' }] }, null],
    ['PATCH', '/api/company', { zone: 'Asia/Tokyo' }, null],
    ['PATCH', person, { teams: [membership] }, [agent.id]],
    ['PATCH', `/api/teams/${front.id}`, { members: [{ agent: agent.id }] }, [agent.id, head.id]],
    ['PATCH', `/api/teams/${night.id}`, { level: 2 }, null],
    ['PATCH', `/api/teams/${night.id}`, { members: [{ agent: agent.id }] }, [agent.id]],
    ['DELETE', `/api/teams/${night.id}`, undefined, [agent.id]],
  ] as const) {
    const found = await followed(admin(method, path, body));
    expect(found.map((one) => one?.toSorted() ?? null)).toEqual([whose?.toSorted() ?? null]);
  }

  const idle = { name: 'Idle', level: 1, lead: head.id, members: [] };
  const empty = (await admin('POST', '/api/teams', idle)).body;
  for (const [method, path, body] of [
    ['PATCH', calendar, { name: 'Daytime', uses: { ...nobody, teams: [top.id] } }],
    ['PUT', '/api/company/closed-days', { days: [{ day: '2031-12-25', name: 'Christmas' }] }],
    ['PATCH', person, { teams: [{ ...membership, capacity: 7 }, { team: front.id }] }],
    ['DELETE', `/api/teams/${empty.id}`, undefined],
  ] as const) {
    expect([path, await followed(admin(method, path, body))]).toEqual([path, []]);
  }
});
