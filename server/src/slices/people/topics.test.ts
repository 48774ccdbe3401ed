import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';

let admin: Ask;
let headId: string;

beforeAll(async () => {
  ({ admin } = await testServer());
  headId = (await admin('GET', '/api/company')).body.head.id;
});

const add = async (name: string, more: object = {}) =>
  (await admin('POST', '/api/topics', { name, ...more })).body;
const ask = { kind: 'text', required: true, labels: { en: 'Serial number?', hu: 'Gyári szám?' } };

describe('a tree of topics', () => {
  test('hands down team, urgency and responsible person to those who have none of their own', async () => {
    const team = (await admin('GET', '/api/teams')).body.items[0];
    const root = await add('Devices', { team: team.id, urgency: 'high', responsible: headId });
    const child = await add('Routers', { parent: root.id });
    const below = await add('Lamps', { parent: child.id, urgency: 'low' });
    expect(child).toMatchObject({ team: null, urgency: null, responsible: null });
    expect(child.effective).toMatchObject({
      team: { id: team.id },
      urgency: 'high',
      responsible: { id: headId },
    });
    expect(below.effective).toMatchObject({ team: { id: team.id }, urgency: 'low' });
    const moved = await admin('PATCH', `/api/topics/${child.id}`, { parent: null });
    expect(moved.body.effective).toMatchObject({
      team: null,
      urgency: 'normal',
      responsible: null,
    });
    const circle = await admin('PATCH', `/api/topics/${child.id}`, { parent: below.id });
    expect([circle.status, circle.body.errors[0].path]).toEqual([400, 'parent']);
  });

  test('keeps whoever is responsible for one', async () => {
    const { body: agent } = await admin('POST', '/api/agents', {
      name: 'Eva',
      email: 'eva@desk.example',
    });
    await add('Keys', { responsible: agent.id });
    const { body } = await admin('PATCH', `/api/agents/${agent.id}`, { active: false });
    expect([body.code, body.detail]).toEqual(['still_in_use', expect.stringContaining('Keys')]);
  });
});

describe('the questions of a topic', () => {
  test('are asked in their order, those of the topics above first', async () => {
    const root = await add('Phones');
    const child = await add('Screens', { parent: root.id });
    const choice = {
      kind: 'choice',
      labels: { en: 'Broken?' },
      choices: [{ labels: { en: 'Cracked' } }, { labels: { en: 'Dark' } }],
    };
    await admin('PUT', `/api/topics/${root.id}/questions`, { items: [ask] });
    const put = await admin('PUT', `/api/topics/${child.id}/questions`, {
      items: [choice, { ...ask, kind: 'date', required: false, labels: { da: 'Siden?' } }],
    });
    expect(put.body).toMatchObject({
      inherited: [{ topic: root.id, labels: ask.labels, required: true }],
      own: [
        { kind: 'choice', choices: [{ id: expect.any(String) }, {}] },
        { kind: 'date', labels: { da: 'Siden?' } },
      ],
    });
    const [first, second] = put.body.own;
    const { topic: _, ...kept } = second;
    const again = await admin('PUT', `/api/topics/${child.id}/questions`, { items: [kept] });
    expect(again.body.own).toEqual([second]);
    const gone = await admin('PUT', `/api/topics/${child.id}/questions`, {
      items: [{ ...ask, id: first.id }],
    });
    expect([gone.status, gone.body.errors[0].path]).toEqual([422, 'items.0.id']);
  });

  test.each([
    ['without words', { ...ask, labels: {} }, 'items.0.labels'],
    ['in a language that is not spoken', { ...ask, labels: { xx: 'a' } }, 'items.0.labels'],
    [
      'of one choice',
      { ...ask, kind: 'choice', choices: [{ labels: { en: 'a' } }] },
      'items.0.choices',
    ],
    ['of a text with choices', { ...ask, choices: [{ labels: { en: 'a' } }] }, 'items.0.choices'],
  ])('are refused %s', async (_, item, path) => {
    const { id } = await add(`Refused ${path} ${_}`);
    const { status, body } = await admin('PUT', `/api/topics/${id}/questions`, { items: [item] });
    expect([status, body.errors[0].path]).toEqual([400, expect.stringContaining(path)]);
  });
});

describe('the facts of a case', () => {
  const opening = {
    customer: { name: 'Maria', email: 'maria@kuznetsova.example' },
    subject: 'Dark',
    text: 'My screen is dark.',
  };
  async function topicThatAsks() {
    const topic = await add(`Topic ${Math.random()}`);
    const { body } = await admin('PUT', `/api/topics/${topic.id}/questions`, {
      items: [ask, { ...ask, kind: 'yes_no' }, { ...ask, required: false }],
    });
    return { topic, questions: body.own as { id: string }[] };
  }

  test('are set, put right and taken away; what is missing is said', async () => {
    const { topic, questions } = await topicThatAsks();
    const facts = [{ question: questions[0]!.id, value: 'A-4711' }];
    const { body: one } = await admin('POST', '/api/cases', { ...opening, topic: topic.id, facts });
    const url = `/api/cases/${one.id}/facts`;
    const shown = (await admin('GET', url)).body;
    expect(shown).toMatchObject({ missing: [questions[1]!.id], complete: false });
    expect(shown.items[0]).toMatchObject({ value: 'A-4711', asked: true });

    const put = (question: string | undefined, value: unknown) =>
      admin('PUT', url, { answers: [{ question, value }] });
    expect((await put(questions[1]!.id, true)).body).toMatchObject({ missing: [], complete: true });
    expect((await put(questions[1]!.id, 'yes')).body.errors[0].path).toBe('answers.0.value');
    await put(questions[1]!.id, true);
    expect((await put(questions[0]!.id, null)).body.missing).toEqual([questions[0]!.id]);
    expect((await put(topic.id, 'a')).body.code).toBe('unknown_reference');

    const { items } = (await admin('GET', `/api/cases/${one.id}/events`)).body;
    const set = items.filter(({ kind }: { kind: string }) => kind === 'facts_set');
    expect(set.map(({ data }: { data: object }) => data)).toEqual([
      { questions: [questions[0]!.id] },
      { questions: [questions[1]!.id] },
      { questions: [questions[0]!.id] },
    ]);
  });

  test('stay when the question is asked no longer', async () => {
    const { topic, questions } = await topicThatAsks();
    const facts = [{ question: questions[0]!.id, value: 'A-4711' }];
    const { body: one } = await admin('POST', '/api/cases', { ...opening, topic: topic.id, facts });
    await admin('PUT', `/api/topics/${topic.id}/questions`, { items: [] });
    const { body } = await admin('GET', `/api/cases/${one.id}/facts`);
    expect(body.items).toMatchObject([{ value: 'A-4711', asked: false }]);
    expect(body.complete).toBe(true);
    expect((await admin('DELETE', `/api/topics/${topic.id}`)).body.code).toBe('still_in_use');
  });
});
