import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import type { TestDeps } from '../../../test/deps.ts';
import { baton } from '../../kernel/actor.ts';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { checks } from './checks.ts';
import { askTask } from './commands/ask-task.ts';
import { confirmSolution } from './commands/answer-solution.ts';
import { sweep } from './jobs.ts';

let deps: TestDeps;
let admin: Ask;
let as: Awaited<ReturnType<typeof testServer>>['as'];
let owner: { id: string; ask: Ask };
let helper: { id: string; ask: Ask };
let other: { id: string; ask: Ask };

/** An agent of a team of their own at level 2, who sees nothing of the front line. */
async function someone(name: string, teams: object[] = []) {
  const { body } = await admin('POST', '/api/agents', {
    name,
    email: `${name.toLowerCase()}@desk.example`,
    role: 'agent',
    teams,
  });
  return { id: body.id as string, ask: await as('agent', body.id) };
}

beforeAll(async () => {
  ({ deps, admin, as } = await testServer());
  const { body: company } = await admin('GET', '/api/company');
  owner = { id: company.head.id, ask: await as('admin', company.head.id) };
  helper = await someone('Helga');
  other = await someone('Otto');
});

async function opened(topic?: string) {
  const { body } = await admin('POST', '/api/cases', {
    customer: { email: 'kim@example.com' },
    subject: 'No light',
    text: 'The lamp does not light.',
    ...(topic ? { topic } : {}),
  });
  expect(body.owner.id).toBe(owner.id);
  return `/api/cases/${body.id}`;
}
const asked = async (path: string, more = {}) =>
  (await owner.ask('POST', `${path}/tasks`, { agent: helper.id, what: 'Look up.', ...more })).body;
const eventsOf = async (path: string) =>
  (await admin('GET', `${path}/events?limit=200`)).body.items as {
    kind: string;
    data: Record<string, unknown>;
  }[];
const told = async (agentId: string, path: string) =>
  (
    await deps.db
      .selectFrom('baton.notices')
      .select('kind')
      .where('agent_id', '=', agentId)
      .where('case_id', '=', path.split('/').at(-1)!)
      .orderBy('at')
      .execute()
  ).map(({ kind }) => kind);

describe('a helper', () => {
  test('sees the case from then on and may note; it stays in the same hands', async () => {
    const path = await opened();
    expect((await helper.ask('GET', path)).status).toBe(404);
    const task = await asked(path);
    expect(task).toMatchObject({
      kind: 'task',
      state: 'asked',
      what: 'Look up.',
      agent: { name: 'Helga' },
      asker: { id: owner.id },
    });
    const within = Date.parse(task.dueAt) - Date.parse(task.askedAt);
    expect(Math.abs(within - 8 * hourMs)).toBeLessThan(minuteMs);
    expect((await helper.ask('GET', path)).body.owner.id).toBe(owner.id);
    expect((await helper.ask('POST', `${path}/notes`, { text: 'On it.' })).status).toBe(201);
    const reply = await helper.ask('POST', `${path}/replies`, { text: 'Hello.' });
    expect([reply.status, reply.body.code]).toEqual([403, 'not_owner']);
    expect((await other.ask('GET', path)).status).toBe(404);
    expect(await told(helper.id, path)).toContain('task_asked');
    const mine = await helper.ask('GET', '/api/tasks');
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(task.id);
    expect((await other.ask('GET', '/api/tasks')).body.items).toEqual([]);
  });

  test('does it, and what they say is a note on the case; asker and owner hear of it', async () => {
    const path = await opened();
    const task = await asked(path);
    const forbidden = await other.ask('POST', `/api/tasks/${task.id}/completion`, {});
    expect(forbidden.status).toBe(404);
    const done = await helper.ask('POST', `/api/tasks/${task.id}/completion`, {
      answer: 'It is 7.',
    });
    expect(done.body).toMatchObject({ state: 'done', answer: 'It is 7.' });
    const { body } = await owner.ask('GET', `${path}/messages`);
    expect(body.items.at(-1)).toMatchObject({ kind: 'note', text: 'It is 7.' });
    expect(await told(owner.id, path)).toContain('task_done');
    const again = await helper.ask('POST', `/api/tasks/${task.id}/completion`, {});
    expect([again.status, again.body.code]).toEqual([409, 'wrong_status']);
    expect((await owner.ask('GET', `${path}/tasks`)).body.items).toMatchObject([{ state: 'done' }]);
    const ended = await helper.ask('GET', '/api/tasks?state=ended');
    expect(ended.body.items).toMatchObject([{ id: task.id }]);
  });

  test('refuses with a reason; who asked may withdraw', async () => {
    const path = await opened();
    const task = await asked(path);
    expect((await helper.ask('POST', `/api/tasks/${task.id}/refusal`, {})).status).toBe(400);
    const refused = await helper.ask('POST', `/api/tasks/${task.id}/refusal`, { reason: 'Away.' });
    expect(refused.body).toMatchObject({ state: 'refused', answer: 'Away.' });
    const second = await asked(path);
    const mayNot = await helper.ask('POST', `/api/tasks/${second.id}/withdrawal`, {});
    expect([mayNot.status, mayNot.body.code]).toEqual([403, 'not_owner']);
    const gone = await owner.ask('POST', `/api/tasks/${second.id}/withdrawal`, {});
    expect(gone.body.state).toBe('withdrawn');
    expect(await told(helper.id, path)).toContain('task_withdrawn');
  });

  test('must work on cases, and cannot be the owner; asked by Baton, nobody is the asker', async () => {
    const path = await opened();
    const reader = (
      await admin('POST', '/api/agents', {
        name: 'R',
        email: 'r@desk.example',
        role: 'reader',
        teams: [],
      })
    ).body.id;
    const bad = await owner.ask('POST', `${path}/tasks`, { agent: reader, what: 'x' });
    expect(bad.body.code).toBe('unknown_reference');
    expect((await asked(path, { agent: owner.id })).code).toBe('wrong_status');
    expect((await helper.ask('POST', `${path}/tasks`, { agent: other.id, what: 'x' })).status).toBe(
      404,
    );
    await runCommand(deps, baton, (ctx) =>
      askTask(ctx, { caseId: path.split('/').at(-1)!, agent: helper.id, what: 'By rule.' }),
    );
    const { body } = await owner.ask('GET', `${path}/tasks`);
    expect(body.items).toMatchObject([{ asker: null, what: 'By rule.' }]);
  });
});

describe('time', () => {
  test('warns the helper, then the owner, once each, however often and from wherever it looks', async () => {
    const path = await opened();
    const now = deps.clock.shift(new Date());
    await asked(path, { due: new Date(now.getTime() + hourMs).toISOString() });
    const overdue = async () =>
      (await eventsOf(path))
        .filter(({ kind }) => kind === 'task_overdue')
        .map(({ data }) => data.to);
    deps.clock.travel(0.9 * hourMs);
    await sweep(deps);
    expect(await overdue()).toEqual([]);
    deps.clock.travel(0.2 * hourMs);
    await Promise.all([sweep(deps), sweep(deps), sweep(deps)]);
    expect(await overdue()).toEqual([helper.id]);
    deps.clock.travel(2 * hourMs);
    await Promise.all([sweep(deps), sweep(deps)]);
    await sweep(deps);
    expect(await overdue()).toEqual([helper.id, owner.id]);
    expect(await told(owner.id, path)).toContain('task_overdue');
  });
});

describe('what was asked does not lie about', () => {
  test('comes back to who asked and to the owner, when the helper leaves', async () => {
    const path = await opened();
    const leaver = await someone('Lena');
    const task = await asked(path, { agent: leaver.id });
    await admin('PATCH', `/api/agents/${leaver.id}`, { active: false });
    await sweep(deps);
    await sweep(deps);
    expect((await admin('GET', `${path}/tasks`)).body.items).toMatchObject([
      { id: task.id, state: 'withdrawn' },
    ]);
    expect((await eventsOf(path)).filter(({ kind }) => kind === 'task_withdrawn')).toMatchObject([
      { data: { task: task.id, because: 'helper_left' } },
    ]);
    expect(await told(owner.id, path)).toContain('task_returned');
    expect(await told(leaver.id, path)).toEqual(['task_asked']);
  });

  test('goes on where the case goes on, when that is merged into another', async () => {
    const [path, into] = [await opened(), await opened()];
    const { dueAt } = await asked(path);
    const id = into.split('/').at(-1);
    expect((await owner.ask('POST', `${path}/merging`, { into: id })).status).toBeLessThan(300);
    expect((await admin('GET', `${path}/tasks`)).body.items).toMatchObject([
      { state: 'withdrawn' },
    ]);
    expect((await admin('GET', `${into}/tasks`)).body.items).toMatchObject([
      {
        state: 'asked',
        what: 'Look up.',
        agent: { id: helper.id },
        asker: { id: owner.id },
        dueAt,
      },
    ]);
    expect(await told(helper.id, path)).toEqual(['task_asked']);
    expect(await told(helper.id, into)).toEqual(['task_asked']);
  });
});

describe('a solution', () => {
  const solve = (path: string, more = {}) =>
    owner.ask('POST', `${path}/solution`, { text: 'Press twice.', ...more });

  test('waits for helpers, or withdraws what they were asked', async () => {
    const path = await opened();
    await asked(path);
    const waits = await solve(path);
    expect([waits.status, waits.body.code]).toEqual([409, 'open_tasks']);
    expect((await solve(path, { withdrawTasks: true })).body.status).toBe('solved');
    expect((await owner.ask('GET', `${path}/tasks`)).body.items).toMatchObject([
      { state: 'withdrawn' },
    ]);
  });

  test('has the first taker look, where somebody else solved it; not after the customer did', async () => {
    const path = await opened();
    const id = path.split('/').at(-1)!;
    // The case has come up from Helga, who took it first.
    await deps.pool.query('update baton.cases set first_taker_id = $1 where id = $2', [
      helper.id,
      id,
    ]);
    await solve(path);
    const { body } = await owner.ask('GET', `${path}/tasks`);
    expect(body.items).toMatchObject([{ kind: 'check_up', agent: { id: helper.id }, asker: null }]);
    expect(Date.parse(body.items[0].dueAt) - Date.parse(body.items[0].askedAt)).toBe(48 * hourMs);
    await runCommand(deps, { kind: 'customer', id: null }, (ctx) =>
      confirmSolution(ctx, { caseId: id }),
    );
    const after = await owner.ask('GET', `${path}/tasks`);
    expect(after.body.items).toMatchObject([{ state: 'withdrawn' }]);
    await deps.pool.query('update baton.cases set first_taker_id = $1 where id = $2', [
      owner.id,
      id,
    ]);
  });

  test('is restored with one key where the customer only said thanks', async () => {
    const path = await opened();
    await solve(path);
    const refused = await owner.ask('POST', `${path}/thanks`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong_status']);
    expect((await owner.ask('GET', path)).body).toMatchObject({
      mayBeThanks: false,
      remindsAt: expect.any(String),
    });
  });

  test('is set aside: nothing is to be done any more', async () => {
    const path = await opened();
    await asked(path);
    await owner.ask('POST', `${path}/setting-aside`, { reason: 'spam' });
    expect((await owner.ask('GET', `${path}/tasks`)).body.items).toMatchObject([
      { state: 'withdrawn' },
    ]);
  });
});

describe('the help chain of a topic', () => {
  test('is asked one after the other: pressed again, refused, overdue', async () => {
    const parent = (await admin('POST', '/api/topics', { name: 'Lamps' })).body.id;
    const child = (await admin('POST', '/api/topics', { name: 'Bulbs', parent })).body.id;
    const third = await someone('Tilda');
    const chain = [helper.id, other.id, third.id];
    const set = await admin('PUT', `/api/topics/${parent}/advisers`, { agents: chain });
    expect(set.body.items.map(({ id }: { id: string }) => id)).toEqual(chain);
    expect((await admin('GET', `/api/topics/${child}/advisers`)).body).toMatchObject({
      topic: parent,
      items: [{ name: 'Helga' }, { name: 'Otto' }, { name: 'Tilda' }],
    });
    const twice = await admin('PUT', `/api/topics/${parent}/advisers`, {
      agents: [chain[0], chain[0]],
    });
    expect(twice.body.errors).toMatchObject([{ path: 'agents.1', code: 'twice' }]);

    const path = await opened(child);
    const first = await owner.ask('POST', `${path}/help`, { what: 'Which bulb?' });
    expect(first.body).toMatchObject({ kind: 'advice', agent: { id: helper.id } });
    await helper.ask('POST', `/api/tasks/${first.body.id}/refusal`, { reason: 'Not mine.' });
    const { body } = await owner.ask('GET', `${path}/tasks`);
    expect(body.items).toMatchObject([
      { agent: { name: 'Helga' }, state: 'refused' },
      { agent: { name: 'Otto' }, state: 'asked', what: 'Which bulb?', asker: { id: owner.id } },
    ]);
    deps.clock.travel(8.1 * hourMs);
    await sweep(deps);
    const late = await owner.ask('GET', `${path}/tasks`);
    expect(late.body.items.at(-1)).toMatchObject({ agent: { name: 'Tilda' }, state: 'asked' });
    const none = await owner.ask('POST', `${path}/help`, {});
    expect([none.status, none.body.code]).toEqual([422, 'nobody_to_ask']);
    expect((await owner.ask('POST', `${await opened()}/help`, {})).body.code).toBe('nobody_to_ask');
  });
});

describe('a mention', () => {
  test('gives sight of the case, and a word, until they leave', async () => {
    const path = await opened();
    const text = '@Otto, what do you think?';
    expect((await other.ask('GET', path)).status).toBe(404);
    const note = await owner.ask('POST', `${path}/notes`, { text, mentions: [other.id, other.id] });
    expect(note.status).toBe(201);
    expect((await other.ask('GET', path)).body.followers).toMatchObject([{ name: 'Otto' }]);
    await owner.ask('POST', `${path}/notes`, { text, mentions: [other.id] });
    expect(await told(other.id, path)).toEqual(['mentioned', 'mentioned']);
    await other.ask('DELETE', `${path}/followers/${other.id}`);
    expect((await other.ask('GET', path)).status).toBe(404);
    const nobody = await owner.ask('POST', `${path}/notes`, {
      text,
      mentions: [path.split('/').at(-1)],
    });
    expect(nobody.body).toMatchObject({
      code: 'unknown_reference',
      errors: [{ path: 'mentions.0', code: 'not_active' }],
    });
  });
});

test('after all that the checks find nothing', async () => {
  for (const { name, find } of checks) {
    expect({ name, found: await find(deps) }).toEqual({ name, found: [] });
  }
});
