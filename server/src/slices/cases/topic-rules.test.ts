import { beforeAll, describe, expect, it } from 'vitest';
import { type Ask, testServer } from '../../../test/http.ts';
import type { TestDeps } from '../../../test/deps.ts';
import { baton } from '../../kernel/actor.ts';
import { runCommand } from '../../platform/db.ts';
import { customerForAddress } from '../customers/index.ts';
import { messageBy } from './author.ts';
import { openCase } from './commands/open-case.ts';

let deps: TestDeps;
let admin: Ask;

beforeAll(async () => {
  ({ deps, admin } = await testServer());
});

const topic = async (name: string, more: object = {}) =>
  (await admin('POST', '/api/topics', { name, ...more })).body;
const rule = async (name: string, about: string, conditions: object) =>
  (await admin('POST', '/api/topic-rules', { name, topic: about, conditions })).body;
const names = async () =>
  (await admin('GET', '/api/topic-rules')).body.items.map((one: { name: string }) => one.name);

const opening = {
  customer: { name: 'Maria', email: 'maria@kuznetsova.example' },
  subject: 'Hello',
  text: 'Where is my REFUND?',
};

describe('rules that choose a topic', () => {
  it('are looked at in their order, which can be changed', async () => {
    const { id } = await topic('Anything');
    for (const name of ['a', 'b', 'c']) await rule(name, id, { words: [`word ${name}`] });
    const { items } = (await admin('GET', '/api/topic-rules')).body;
    await admin('PATCH', `/api/topic-rules/${items[2].id}`, { place: 0 });
    expect(await names()).toEqual(['c', 'a', 'b']);
    await admin('PATCH', `/api/topic-rules/${items[2].id}`, { place: 99, name: 'z' });
    expect(await names()).toEqual(['a', 'b', 'z']);
    for (const one of items) await admin('DELETE', `/api/topic-rules/${one.id}`);
    expect(await names()).toEqual([]);
  });

  it.each([
    ['no condition at all', {}],
    ['words of nothing', { words: [] }],
    ['a place to look without words', { wordsIn: 'text' }],
    ['something else', { weather: ['rain'] }],
  ])('are refused with %s', async (_, conditions) => {
    const { id } = await topic(`Refused: ${_}`);
    const { status } = await admin('POST', '/api/topic-rules', {
      name: 'x',
      topic: id,
      conditions,
    });
    expect(status).toBe(400);
  });

  it('give a new case its topic, urgency and team; the event says which rule did', async () => {
    const money = await topic('Money', { urgency: 'high' });
    const refunds = await rule('refunds', money.id, { words: ['refund'] });
    const { body } = await admin('POST', '/api/cases', opening);
    expect(body).toMatchObject({ topic: { id: money.id }, urgency: 'high' });
    const { items } = (await admin('GET', `/api/cases/${body.id}/events`)).body;
    expect(items[0].data.rule).toBe(refunds.id);

    const chosen = await topic('Chosen by hand');
    const byHand = await admin('POST', '/api/cases', { ...opening, topic: chosen.id });
    expect(byHand.body.topic.id).toBe(chosen.id);
    await admin('PATCH', `/api/topics/${money.id}`, { active: false });
    expect((await admin('POST', '/api/cases', opening)).body.topic).toBeNull();
    await admin('DELETE', `/api/topic-rules/${refunds.id}`);
  });

  it('go before what the channel says', async () => {
    const [usual, other] = [await topic('Usual'), await topic('Other')];
    const { id } = await rule('to sales', other.id, { recipients: ['@sales.example'] });
    const open = (recipients: string[]) =>
      runCommand(deps, baton, async (ctx) => {
        const message = messageBy(ctx.actor, { direction: 'in', kind: 'mail', text: 'Hello' });
        const customerId = await customerForAddress(ctx, { address: 'maria@kuznetsova.example' });
        const about = { customerId, subject: 'Hello', message, receipt: false };
        return openCase(ctx, { ...about, recipients, usual: { topicId: usual.id } });
      });
    const topicOf = async ({ caseId }: { caseId: string }) =>
      (await admin('GET', `/api/cases/${caseId}`)).body.topic.name;
    expect(await topicOf(await open(['us@sales.example']))).toBe('Other');
    expect(await topicOf(await open(['us@help.example']))).toBe('Usual');
    await admin('DELETE', `/api/topic-rules/${id}`);
  });

  it('can be tried out: which topic, and why', async () => {
    const { id } = await topic('Tried');
    const first = await rule('danish', id, { languages: ['da'], words: ['regning'] });
    const second = await rule('bills', id, { words: ['bill', 'invoice'] });
    const { body } = await admin('POST', '/api/topic-rules/trials', {
      subject: 'Your invoice',
      text: '',
      language: 'da',
    });
    expect(body).toMatchObject({
      rule: second.id,
      topic: { name: 'Tried' },
      rules: [
        { id: first.id, fits: false, checks: [{ fits: false }, { fits: true, found: 'da' }] },
        { id: second.id, fits: true, checks: [{ condition: 'words', found: 'invoice' }] },
      ],
    });
  });
});

describe('reasons of one’s own', () => {
  it('are offered for their directions until they are retired', async () => {
    const { body: reason } = await admin('POST', '/api/hand-over-reasons', {
      directions: ['up'],
      labels: { en: 'Needs the lawyer', da: 'Kræver juristen' },
    });
    const all = (await admin('GET', '/api/hand-over-reasons')).body.items;
    expect(all.at(-1)).toEqual({ ...reason, own: true, active: true });
    expect(all[0]).toMatchObject({ id: 'beyond_my_authority', own: false, directions: ['up'] });

    const handOver = async (direction: string) => {
      const one = (await admin('POST', '/api/cases', opening)).body;
      const body = { direction, reason: reason.id, summary: 'The contract.' };
      return admin('POST', `/api/cases/${one.id}/handovers`, body);
    };
    expect((await handOver('up')).body.handover.reason).toBe(reason.id);
    expect((await handOver('across')).body.errors[0].path).toBe('reason');
    await admin('PATCH', `/api/hand-over-reasons/${reason.id}`, { active: false });
    expect((await handOver('up')).body.errors[0].path).toBe('reason');
  });
});
