import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDeps } from '../../../test/deps.ts';
import { type Ask, testServer } from '../../../test/http.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { runChecks, runRuleWork } from './testing.ts';

let deps: TestDeps;
let admin: Ask;
let as: Awaited<ReturnType<typeof testServer>>['as'];
let teams: { id: string; level: number; lead: { id: string } }[];

beforeAll(async () => {
  ({ deps, admin, as } = await testServer());
  teams = (await admin('GET', '/api/teams')).body.items;
  teams.sort((a, b) => a.level - b.level);
});

const opening = {
  customer: { name: 'Maria', email: 'maria@kuznetsova.example' },
  subject: 'Hello',
  text: 'Where is my REFUND?',
};
const always = { match: 'all', of: [] };
const urgent = { do: 'set_urgency', urgency: 'urgent' };
const written = {
  name: 'Refunds are urgent',
  when: { on: 'case_opened' },
  if: { match: 'all', of: [{ field: 'words', words: ['refund'], place: 'both' }] },
  acts: [urgent],
};

const write = async (rule: object) => (await admin('POST', '/api/rules', rule)).body;
const open = async (more: object = {}) => {
  const { body } = await admin('POST', '/api/cases', { ...opening, ...more });
  return { id: body.id as string, path: `/api/cases/${body.id}` };
};
const eventsOf = async (path: string) => (await admin('GET', `${path}/events`)).body.items;
const actsOf = async (path: string, rule: { id: string }) =>
  (await eventsOf(path))
    .filter((one: { rule: { id: string } | null }) => one.rule?.id === rule.id)
    .map((one: { kind: string }) => one.kind);
/** Each test stands alone: whatever rules there are go away. */
afterEach(async () => {
  for (const { id } of (await admin('GET', '/api/rules')).body.items) {
    await admin('DELETE', `/api/rules/${id}`);
  }
});

const agent = async (name: string, team: string, role = 'agent') =>
  (
    await admin('POST', '/api/agents', {
      name,
      email: `${name.toLowerCase()}@desk.example`,
      role,
      teams: [{ team }],
    })
  ).body as { id: string };

describe('a rule acts', () => {
  it('where everything fits, once; the event says which rule, in which version', async () => {
    const rule = await write(written);
    const { path, id } = await open();
    await runRuleWork(deps);
    expect((await admin('GET', path)).body.urgency).toBe('urgent');
    const event = (await eventsOf(path)).find((one: { rule: unknown }) => one.rule);
    expect(event).toMatchObject({
      kind: 'urgency_set',
      actor: { kind: 'baton' },
      rule: { id: rule.id, version: 1 },
    });
    // The same work again, as after a crash: nothing more happens.
    await admin('PATCH', path, { urgency: 'low' });
    await deps.db
      .insertInto('baton.work')
      .values({ task: 'rules.event', payload: JSON.stringify({ caseId: id, seq: 1 }) })
      .execute();
    await runRuleWork(deps);
    expect((await admin('GET', path)).body.urgency).toBe('low');
    expect((await admin('GET', `/api/rules/${rule.id}`)).body.acted).toBe(1);

    const other = await open({ text: 'My lamp does not light.' });
    await runRuleWork(deps);
    expect((await admin('GET', other.path)).body.urgency).toBe('normal');
  });

  it('not at all when it is off, and not on what was before it', async () => {
    await write({ ...written, active: false });
    const { path } = await open();
    expect(await runRuleWork(deps)).toBe(0);
    await write({ ...written, acts: [{ do: 'set_high_stakes', is: true }] });
    await runRuleWork(deps);
    expect((await admin('GET', path)).body).toMatchObject({ urgency: 'normal', highStakes: false });
  });

  it('by telling, asking, noting and letting others follow', async () => {
    const helper = await agent('Helga', teams[0]!.id);
    const rule = await write({
      name: 'All hands',
      when: { on: 'case_opened' },
      acts: [
        { do: 'add_follower', who: helper.id },
        { do: 'tell', who: helper.id, text: 'A refund again.' },
        { do: 'tell', who: 'lead', text: 'Please look.' },
        { do: 'note', text: 'Refunds go by the new form.' },
        { do: 'ask_task', who: helper.id, what: 'Find the order.', within: 'PT2H' },
        { do: 'ask_help', what: 'Any idea?' },
      ],
    });
    const { path } = await open();
    const { body: owned } = await admin('GET', path);
    // Whoever holds the case cannot be asked to help with it.
    const asks = owned.owner.id === helper.id ? [] : ['task_asked'];
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual([
      'follower_added',
      'agent_told',
      'agent_told',
      'noted',
      ...asks,
    ]);
    const { rows } = await deps.pool.query(
      `select agent_id, data from baton.notices where kind = 'rule_told' order by at, id`,
    );
    expect(rows).toEqual([
      { agent_id: helper.id, data: { text: 'A refund again.' } },
      { agent_id: teams[0]!.lead.id, data: { text: 'Please look.' } },
    ]);
    const { items } = (await admin('GET', `${path}/messages`)).body;
    expect(items.at(-1)).toMatchObject({ kind: 'note', author: { kind: 'baton', id: rule.id } });
  });

  it('by passing up, and never to where the law does not let a case go', async () => {
    const up = await write({
      name: 'Straight up',
      when: { on: 'case_opened' },
      acts: [{ do: 'pass_up', reason: 'beyond_my_authority', summary: 'Refunds are for two.' }],
    });
    const across = await write({
      name: 'Two levels at once',
      when: { on: 'case_opened' },
      acts: [
        { do: 'hand_across', team: teams[2]!.id, reason: 'wish_of_lead', summary: 'For the top.' },
      ],
    });
    const { path } = await open();
    await runRuleWork(deps);
    expect((await admin('GET', path)).body).toMatchObject({ level: 2, status: 'open' });
    expect(await actsOf(path, up)).toEqual(['handed_over']);
    expect(await actsOf(path, across)).toEqual([]);
    const { rows } = await deps.pool.query(
      'select acts from baton.rule_firings where rule_id = $1',
      [across.id],
    );
    expect(rows).toEqual([{ acts: [{ do: 'hand_across', outcome: 'wrong_level' }] }]);
  });
});

describe('rules cannot go round in circles', () => {
  it('two that undo each other each act once', async () => {
    const set = (urgency: string) => ({
      name: `always ${urgency}`,
      when: { on: 'urgency_set' },
      acts: [{ do: 'set_urgency', urgency }],
    });
    await write(set('high'));
    await write(set('low'));
    const { path } = await open();
    await admin('PATCH', path, { urgency: 'urgent' });
    await runRuleWork(deps);
    const kinds = (await eventsOf(path)).map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'urgency_set')).toHaveLength(3);
    expect((await admin('GET', path)).body.urgency).toBe('low');
  });
});

describe('a rule that counts time', () => {
  it('looks once, at the instant; not at what was due before it', async () => {
    const old = await open();
    deps.clock.travel(3 * hourMs);
    const rule = await write({
      name: 'Two hours old',
      when: { on: 'time', from: 'opened', length: 'PT2H', counts: 'elapsed' },
      acts: [urgent],
    });
    const { path } = await open();
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual([]);
    deps.clock.travel(2 * hourMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual(['urgency_set']);
    expect(await actsOf(old.path, rule)).toEqual([]);
    await admin('PATCH', path, { urgency: 'low' });
    deps.clock.travel(dayMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual(['urgency_set']);
  });

  it('moves with the due instant, and comes again with the next clock', async () => {
    const rule = await write({
      name: 'Nearly over',
      when: { on: 'time', from: 'due', length: 'PT1H', counts: 'elapsed' },
      acts: [{ do: 'tell', who: 'owner', text: 'One hour left.' }],
    });
    const { path } = await open();
    await runRuleWork(deps);
    await admin('POST', `${path}/wait`, {});
    await runRuleWork(deps);
    deps.clock.travel(20 * hourMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual([]);
    await admin('DELETE', `${path}/wait`);
    deps.clock.travel(19.5 * hourMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual(['agent_told']);
    await admin('POST', `${path}/handovers`, {
      direction: 'up',
      reason: 'not_in_time',
      summary: 'Too much.',
    });
    await runRuleWork(deps);
    deps.clock.travel(19.5 * hourMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual(['agent_told', 'agent_told']);
  });

  it('looks at cases that were there before it, when their time comes', async () => {
    const { path } = await open();
    const rule = await write({
      name: 'Unanswered',
      when: { on: 'time', from: 'customer_wrote', length: 'PT4H', counts: 'elapsed' },
      if: { match: 'all', of: [{ field: 'unanswered' }] },
      acts: [urgent],
    });
    await runRuleWork(deps);
    deps.clock.travel(5 * hourMs);
    await runRuleWork(deps);
    expect(await actsOf(path, rule)).toEqual(['urgency_set']);
  });
});

describe('writing rules', () => {
  it('refuses what there is not, and says where', async () => {
    const nobody = '0197f000-0000-7000-8000-000000000000';
    const { status, body } = await admin('POST', '/api/rules', {
      ...written,
      if: { match: 'all', of: [{ match: 'any', of: [{ field: 'topic', in: [null, nobody] }] }] },
      acts: [{ do: 'tell', who: nobody, text: 'Hello' }, urgent],
    });
    expect([status, body.code]).toEqual([422, 'unknown_reference']);
    expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'acts.0.who',
      'if.of.0.of.0.in.1',
    ]);
  });

  it.each([
    ['no act', { acts: [] }],
    [
      'an act after handing over',
      { acts: [{ do: 'pass_up', reason: 'not_in_time', summary: 'x' }, urgent] },
    ],
    ['an event that there is not', { when: { on: 'moon_rose' } }],
    ['a condition that there is not', { if: { match: 'all', of: [{ field: 'weather' }] } }],
  ])('refuses %s', async (_, more) => {
    expect((await admin('POST', '/api/rules', { ...written, ...more })).status).toBe(400);
  });

  it('a rule is broken, and does nothing, when what it names is no longer used', async () => {
    const { body: topic } = await admin('POST', '/api/topics', { name: 'Refunds' });
    const rule = await write({ ...written, acts: [{ do: 'set_topic', topic: topic.id }, urgent] });
    expect(rule.broken).toEqual([]);
    await admin('PATCH', `/api/topics/${topic.id}`, { active: false });
    const { body } = await admin('GET', `/api/rules/${rule.id}`);
    expect(body.broken).toEqual([{ path: 'acts.0.topic', what: 'topic' }]);
    const { path } = await open();
    await runRuleWork(deps);
    expect((await admin('GET', path)).body.urgency).toBe('normal');
    expect((await admin('PATCH', `/api/rules/${rule.id}`, { active: false })).status).toBe(200);
    expect((await admin('PATCH', `/api/rules/${rule.id}`, { active: true })).status).toBe(422);
  });

  it('keeps every version, and brings an old one back as a new one', async () => {
    const { id } = await write(written);
    const path = `/api/rules/${id}`;
    const changed = await admin('PATCH', path, {
      name: 'Other',
      acts: [{ do: 'note', text: 'x' }],
    });
    expect(changed.headers.etag).toBe('"2"');
    expect((await admin('PATCH', path, { name: 'Other' })).body.version).toBe(2);
    const stale = await admin('PATCH', path, { name: 'Mine' }, { 'if-match': '"1"' });
    expect(stale.body.code).toBe('stale_version');
    const back = await admin('POST', `${path}/restorations`, { version: 1 });
    expect(back.body).toMatchObject({ version: 3, name: written.name, acts: written.acts });
    const { items } = (await admin('GET', `${path}/versions`)).body;
    expect(
      items.map(({ version, name }: { version: number; name: string }) => [version, name]),
    ).toEqual([
      [3, written.name],
      [2, 'Other'],
      [1, written.name],
    ]);
    await admin('DELETE', path);
    expect((await admin('GET', path)).status).toBe(404);
    const names = (await admin('GET', '/api/rules/names')).body.items;
    expect(names).toContainEqual({ id, name: written.name });
  });

  it('acts in an order that can be changed', async () => {
    for (const name of ['a', 'b', 'c']) await write({ ...written, name });
    const names = async () =>
      (await admin('GET', '/api/rules')).body.items.map(({ name }: { name: string }) => name);
    const { items } = (await admin('GET', '/api/rules')).body;
    await admin('PATCH', `/api/rules/${items[2].id}`, { place: 0 });
    expect(await names()).toEqual(['c', 'a', 'b']);
  });

  it('is for leads of the team, and for administrators', async () => {
    const lena = await agent('Lena', teams[0]!.id, 'lead');
    const { body: desk } = await admin('POST', '/api/teams', {
      name: 'Second desk',
      level: 1,
      lead: lena.id,
      above: teams[1]!.id,
    });
    const lead = await as('lead', lena.id);
    const own = await lead('POST', '/api/rules', { ...written, team: desk.id });
    expect(own.body).toMatchObject({ team: { id: desk.id }, mayChange: true });
    expect((await lead('POST', '/api/rules', written)).status).toBe(403);
    const company = await write(written);
    expect((await lead('GET', `/api/rules/${company.id}`)).body.mayChange).toBe(false);
    expect((await lead('PATCH', `/api/rules/${company.id}`, { name: 'x' })).status).toBe(403);
    expect((await lead('PATCH', `/api/rules/${own.body.id}`, { team: null })).status).toBe(403);
    expect((await lead('PATCH', `/api/rules/${own.body.id}`, { name: 'x' })).status).toBe(200);
    const plain = await as('agent', lena.id);
    expect((await plain('GET', '/api/rules')).status).toBe(403);
    expect((await plain('GET', '/api/rules/names')).status).toBe(200);
  });
});

describe('a dry run', () => {
  const trial = async (rule: object) =>
    (await admin('POST', '/api/rules/trials', { when: { on: 'case_opened' }, if: always, ...rule }))
      .body;

  it('says what the rule would have done, as the cases stood then; and does nothing', async () => {
    const { path, id } = await open({ subject: 'A dry run' });
    await admin('PATCH', path, { urgency: 'urgent' });
    const wanted = { match: 'all', of: [{ field: 'urgency', in: ['normal'] }] };
    const { hits, happened, fitted, looked, total, next } = await trial({
      if: wanted,
      acts: [urgent],
    });
    expect(hits[0]).toMatchObject({ case: { id, subject: 'A dry run' }, acts: [urgent] });
    expect(hits).toHaveLength(fitted);
    expect([looked, next]).toEqual([total, null]);
    expect(happened).toBeGreaterThanOrEqual(fitted);
    expect(await eventsOf(path)).toHaveLength(2);
    const none = await trial({
      if: {
        match: 'all',
        of: [
          { field: 'level', in: [1] },
          { field: 'level', in: [3] },
        ],
      },
      acts: [urgent],
    });
    expect(none).toMatchObject({ fitted: 0, hits: [] });
    expect(none.failed).toEqual([{ path: 'if.of.1', count: none.happened }]);
  });

  it('counts time, too', async () => {
    const { id } = await open({ subject: 'Time runs' });
    deps.clock.travel(2 * hourMs);
    const { hits } = await trial({
      when: { on: 'time', from: 'opened', length: 'PT1H', counts: 'elapsed' },
      acts: [urgent],
    });
    expect(hits.map((hit: { case: { id: string } }) => hit.case.id)).toContain(id);
  });

  it('leaves out what is older than 30 days', async () => {
    await open({ subject: 'Long ago' });
    deps.clock.travel(31 * dayMs);
    const { id } = await open({ subject: 'Today' });
    const { hits } = await trial({ acts: [urgent] });
    expect(hits.map((hit: { case: { id: string } }) => hit.case.id)).toEqual([id]);
  });
});

it('leaves nothing that `doctor` would find', async () => {
  expect(await runChecks(deps)).toEqual([]);
});
