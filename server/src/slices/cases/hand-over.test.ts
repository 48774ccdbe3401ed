import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../test/http.ts';
import { pyramidServer } from '../../../test/pyramid-server.ts';
import { hourMs } from '../../kernel/duration.ts';
import { checks } from './checks.ts';
import { sweep } from './jobs.ts';

const { deps, company, admin, as, openOne, eventsOf } = await pyramidServer([3, 2, 1]);

const firstMessage = async (url: string) =>
  (await admin('GET', `${url}/messages`)).body.items[0].id as string;
const noticesOf = async (caseId: string, kind: string) =>
  deps.db
    .selectFrom('baton.notices')
    .select(['agent_id', 'data'])
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .execute();

const up = { direction: 'up', reason: 'beyond_my_authority', summary: 'Needs the provider.' };
const across = { direction: 'across', reason: 'wish_of_lead', summary: 'For you.' };

describe('what goes along with a case', () => {
  it('is a reason, a summary, and the parts that were marked; the new owner takes it once', async () => {
    const one = await openOne();
    const marked = [await firstMessage(one.url)];
    const passed = await one.owner('POST', `${one.url}/handovers`, { ...up, marked });
    expect(passed).toMatchObject({
      status: 201,
      body: {
        level: 2,
        moves: 0,
        handover: { direction: 'up', from: { id: one.ownerId }, marked, takenAt: null },
      },
    });
    // Neither a look by somebody else nor a list takes it.
    await one.owner('GET', one.url);
    const next = await as(passed.body.owner.id);
    await next('GET', '/api/cases?owner=me');
    expect(await eventsOf(one.url, 'taken')).toEqual([]);

    const opened = await next('GET', one.url);
    expect(opened.body.handover).toMatchObject({ marked, takenAt: expect.any(String) });
    expect(opened.headers.etag).toBe(`"${opened.body.version}"`);
    const summary = (await next('GET', `${one.url}/messages`)).body.items.find(
      ({ id }: { id: string }) => id === opened.body.handover.summary,
    );
    expect(summary.text).toBe('Needs the provider.');
    await next('GET', one.url);
    expect(await eventsOf(one.url, 'taken')).toMatchObject([
      { actor: { id: passed.body.owner.id } },
    ]);
  });

  it('holds messages of the case alone', async () => {
    const [one, other] = [await openOne(), await openOne()];
    const marked = [await firstMessage(other.url)];
    const { status, body } = await one.owner('POST', `${one.url}/handovers`, { ...up, marked });
    expect([status, body.code, body.errors[0].path]).toEqual([
      422,
      'unknown_reference',
      'marked.0',
    ]);
  });

  it('is taken by whoever acts without having looked', async () => {
    const one = await openOne();
    const { body } = await one.owner('POST', `${one.url}/handovers`, up);
    await (
      await as(body.owner.id)
    )('POST', `${one.url}/notes`, { text: 'Mine.' });
    expect(await eventsOf(one.url, 'taken')).toHaveLength(1);
  });

  it('being opened keeps nobody from acting who saw the case before', async () => {
    const one = await openOne();
    const { body, headers } = await one.owner('POST', `${one.url}/handovers`, up);
    const next = await as(body.owner.id);
    await next('GET', one.url);
    const seen = { 'if-match': String(headers.etag) };
    expect((await next('POST', `${one.url}/notes`, { text: 'Mine.' }, seen)).status).toBe(201);
    expect((await next('POST', `${one.url}/notes`, { text: 'More.' }, seen)).status).toBe(412);
  });

  it('makes the lead hear of it when nobody takes it, once', async () => {
    const one = await openOne();
    await one.owner('POST', `${one.url}/handovers`, up);
    deps.clock.travel(1.9 * hourMs);
    await sweep(deps);
    expect(await noticesOf(one.id, 'untaken')).toEqual([]);
    deps.clock.travel(0.2 * hourMs);
    await sweep(deps);
    await sweep(deps);
    expect(await noticesOf(one.id, 'untaken')).toMatchObject([{ agent_id: company.agents[1][0] }]);
  });
});

describe('down', () => {
  it('goes to an agent whom the level above names, with the time that runs', async () => {
    const one = await openOne();
    const passed = await one.owner('POST', `${one.url}/handovers`, up);
    const holder = await as(passed.body.owner.id);
    const down = {
      direction: 'down',
      reason: 'decided_above',
      summary: 'Refund it.',
      agent: one.ownerId,
    };
    const { status, body } = await holder('POST', `${one.url}/handovers`, down);
    expect([status, body.level, body.owner.id]).toEqual([201, 1, one.ownerId]);
    expect(body.clock.due).toBe(passed.body.clock.due);
    expect((await one.owner('GET', one.url)).body.handover.direction).toBe('down');
  });

  it('is no way to the same level, to nobody, or for whoever does not hold the case', async () => {
    const one = await openOne();
    const refused = async (ask: Ask, agent: string) =>
      (await ask('POST', `${one.url}/handovers`, { ...across, direction: 'down', agent })).body
        .code;
    expect(await refused(one.owner, company.agents[0][1]!)).toBe('unknown_reference');
    const passed = await one.owner('POST', `${one.url}/handovers`, up);
    expect(await refused(one.owner, one.ownerId)).toBe('not_owner');
    const holder = await as(passed.body.owner.id);
    expect(await refused(holder, company.agents[1][0]!)).toBe('unknown_reference');
    expect(await refused(holder, '0199aaaa-0000-7000-8000-000000000000')).toBe('unknown_reference');
  });
});

it('lets the next warning come in the hours of whoever has the case now', async () => {
  const one = await openOne();
  const other = company.agents[0].find((id) => id !== one.ownerId)!;
  const row = async () =>
    deps.db
      .selectFrom('baton.cases')
      .select(['warn_at', 'due_at'])
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow();
  const before = await row();
  // The other works from now on for three hours, each day; half of the twenty hours is later.
  const hour = (ahead: number) =>
    deps.clock
      .shift(new Date(Date.now() + ahead * hourMs))
      .toISOString()
      .slice(11, 16);
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
    day,
    from: hour(-1),
    to: hour(3),
  }));
  const { body: calendar } = await admin('POST', '/api/calendars', {
    name: 'Short days',
    zone: 'UTC',
    weekly: week,
    uses: { company: false, levels: [], teams: [], agents: [other] },
  });
  await admin('POST', `${one.url}/handovers`, { ...across, agent: other });
  const moved = await row();
  expect(moved.due_at).toEqual(before.due_at);
  const [wasMs, isMs] = [before.warn_at!.getTime(), moved.warn_at!.getTime()];
  expect(wasMs - isMs).toBeGreaterThan(6 * hourMs);
  expect(wasMs - isMs).toBeLessThan(8 * hourMs);
  await admin('POST', `${one.url}/handovers`, { ...across, agent: one.ownerId });
  expect(await row()).toEqual(before);
  await admin('DELETE', `/api/calendars/${calendar.id}`);
});

it('sees ping-pong: the third move within a level warns the lead, and is on the case', async () => {
  const one = await openOne();
  let last;
  for (let move = 1; move <= 4; move++) {
    last = await admin('POST', `${one.url}/handovers`, across);
    expect([last.status, last.body.moves]).toEqual([201, move]);
  }
  expect(await noticesOf(one.id, 'ping_pong')).toMatchObject([
    { agent_id: company.agents[0][0], data: { moves: 3 } },
  ]);
});

describe('a wrong topic', () => {
  it('is put right and handed over in one act, and who had sent it is kept', async () => {
    const [wrong, right] = [
      await admin('POST', '/api/topics', { name: 'Invoices' }),
      await admin('POST', '/api/topics', { name: 'Routers' }),
    ];
    const one = await openOne({ topic: wrong.body.id });
    const summary = 'It is about the router.';
    const act = { direction: 'across', reason: 'wrong_topic', summary };
    expect((await one.owner('POST', `${one.url}/handovers`, act)).body.errors[0].path).toBe(
      'topic',
    );
    const { body } = await one.owner('POST', `${one.url}/handovers`, {
      ...act,
      topic: right.body.id,
    });
    expect(body.topic.id).toBe(right.body.id);
    expect(body.owner.id).not.toBe(one.ownerId);
    const [event] = await eventsOf(one.url, 'handed_over');
    expect(event.data).toMatchObject({ reason: 'wrong_topic', missent: { by: 'key' } });

    const again = await (
      await as(body.owner.id)
    )('POST', `${one.url}/handovers`, {
      ...across,
      reason: 'wrong_case',
    });
    const events = await eventsOf(one.url, 'handed_over');
    expect([again.status, events[1].data.missent]).toEqual([201, { by: 'agent', id: one.ownerId }]);
  });
});

it('leaves a database in which doctor finds nothing', async () => {
  for (const check of checks)
    expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
});
