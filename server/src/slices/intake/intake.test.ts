import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { afterThisFile } from '../../../test/cleanup.ts';
import { type Ask, askAs } from '../../../test/http.ts';
import { meet } from '../../../test/meet.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { buildApp } from '../../app.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { createKey } from '../auth/index.ts';
import { checks, customerLink } from '../cases/index.ts';
import { sendReceipt } from '../mail/commands/send-receipt.ts';

let deps: TestDeps;
let company: Pyramid;
/** Two of the front line, a specialist, an administrator's key without a person. */
let lea: Ask;
let mia: Ask;
let spec: Ask;
let admin: Ask;
let stranger: Ask;

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const as = async (agentId: string) => {
    const key = { name: agentId, role: 'agent' as const, agentId };
    return askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  };
  [lea, mia] = [await as(company.agents[0][0]!), await as(company.agents[0][1]!)];
  spec = await as(company.agents[1][1]!);
  const key = await createKey(deps, { name: 'admin', role: 'admin' });
  stranger = askAs(app, {});
  admin = askAs(app, { authorization: `Bearer ${key}` });
});

const begin = async (ask: Ask, way: 'call' | 'visit') =>
  (await ask('POST', '/api/intakes', { way })).body;
const save = (ask: Ask, id: string, change: object) => ask('PATCH', `/api/intakes/${id}`, change);
const kindsOf = async (ask: Ask, id: string): Promise<string[]> =>
  (await ask('GET', `/api/cases/${id}/events`)).body.items.map((one: { kind: string }) => one.kind);

describe('a call that is taken down', () => {
  test('is a case before it ends, and what was said until then stands on it', async () => {
    const { id, call } = await begin(lea, 'call');
    expect((await save(lea, id, { name: 'Maria' })).body.case).toBeNull();
    const opened = await save(lea, id, { wish: 'My line is dead.' });
    expect(opened.body).toMatchObject({
      case: { status: 'open', holder: { you: true } },
      readBack: 'My line is dead.',
      hasMail: false,
    });
    const at = `/api/cases/${opened.body.case.id}`;
    const more = {
      name: 'Maria Kuznetsova',
      wish: 'My line is dead. Since Monday.',
      result: 'Light again',
      tried: ['Restarted it', ' '],
      effect: 'stopped',
      email: 'maria@intake.test',
    };
    const kept = await save(lea, id, more);
    expect(kept.body.readBack).toBe(
      'My line is dead. Since Monday.\n\nAlready tried: Restarted it\n' +
        'Effect on the business: work stands still\nResult wanted: Light again',
    );
    expect((await lea('GET', at)).body).toMatchObject({
      customer: { name: 'Maria Kuznetsova' },
      urgency: 'urgent',
      firstReply: { metAt: null },
    });
    expect(await lea('POST', `/api/intakes/${id}/ending`, {})).toMatchObject({
      status: 409,
      body: { code: 'wrong_status' },
    });
    await lea('POST', `/api/intakes/${id}/assurance`, { by: 'spoken' });
    deps.clock.travel(7 * minuteMs);
    const ended = await lea('POST', `/api/intakes/${id}/ending`, {});
    expect(ended.body).toMatchObject({ assured: { by: 'spoken' }, hasMail: true, call });
    expect(await kindsOf(lea, opened.body.case.id)).toEqual([
      'opened',
      'urgency_set',
      'assured',
      'first_reply_met',
      'call_logged',
      'taken_down',
    ]);
    const [first] = (await lea('GET', `${at}/messages`)).body.items;
    expect(first).toMatchObject({ kind: 'call', direction: 'in', text: kept.body.readBack });
    const [logged] = (await lea('GET', `${at}/calls`)).body.items;
    expect(logged).toMatchObject({ id: call, direction: 'in', wait: 'PT0S', done: true });
    expect(logged.spoken).toMatch(/^PT7M/);
    await sendReceipt(deps, opened.body.case.id);
    const sent = (await lea('GET', `${at}/messages`)).body.items.at(-1);
    expect(sent).toMatchObject({ kind: 'receipt', delivery: { state: 'held' } });
    expect(sent.text).toContain('Thank you for speaking with us.');
    expect(sent.text).toContain('Already tried: Restarted it');
  });

  test('goes to the first team of its topic when it has ended, if somebody else took it down', async () => {
    const { id } = await begin(spec, 'visit');
    const said = { name: 'Peter', wish: 'The shop is closed.' };
    const { body } = await save(spec, id, said);
    expect(body.case.holder).toEqual({ name: '', team: 'Front line', you: false });
    await spec('POST', `/api/intakes/${id}/assurance`, { by: 'spoken' });
    const printed = await spec('POST', `/api/intakes/${id}/printed-receipt`, {});
    expect(printed.body).toMatchObject({ number: body.case.number, language: 'en' });
    expect(printed.body.text).toContain(printed.body.link);
    const ended = await spec('POST', `/api/intakes/${id}/ending`, {});
    expect(ended.body.case.holder).toMatchObject({ team: 'Front line', you: false });
    expect(ended.body.case.holder.name).toMatch(/^Front line/);
    const events = (await spec('GET', `/api/cases/${body.case.id}/events`)).body.items;
    expect(events.at(-1)).toMatchObject({
      kind: 'handed_over',
      data: { direction: 'across', reason: 'taken_down' },
    });
    // Of what the front line noted since, whoever does not see that case sees the mood alone.
    const { customer } = (await spec('GET', `/api/cases/${body.case.id}`)).body;
    const opened = { customer: { id: customer.id }, subject: 'Again', text: 'Closed again.' };
    const other = (await admin('POST', '/api/cases', opened)).body.id;
    const moods = `/api/customers/${customer.id}/moods`;
    const noted = await lea('POST', moods, { mood: 'angry', case: other });
    expect(noted.body.items).toMatchObject([{ mood: 'angry', case: { id: other } }]);
    expect((await spec('GET', `/api/cases/${other}`)).status).toBe(404);
    expect((await spec('GET', moods)).body.items).toMatchObject([{ mood: 'angry', case: null }]);
  });

  test('is answered at once only with a reason, and how often that happens is counted', async () => {
    const { id } = await begin(mia, 'call');
    const { body } = await save(mia, id, { name: 'Nina', wish: 'When do you open?' });
    await mia('POST', `/api/intakes/${id}/assurance`, { by: 'sent' });
    const text = 'At nine.';
    expect((await mia('POST', `/api/intakes/${id}/answer`, { text })).status).toBe(400);
    const answer = { because: 'known_answer', text };
    expect((await mia('POST', `/api/intakes/${id}/answer`, answer)).body).toMatchObject({
      answeredBecause: 'known_answer',
      case: { status: 'solved' },
    });
    expect(await kindsOf(mia, body.case.id)).toContain('answered_at_once');
    expect((await mia('GET', '/api/intakes/share')).body).toMatchObject({
      answered: 1,
      because: [{ reason: 'known_answer', count: 1 }],
    });
  });

  test('finds who is known, asks nothing twice, and leaves no half-written customer behind', async () => {
    const topic = (await admin('POST', '/api/topics', { name: 'Router' })).body.id;
    const question = { kind: 'text', labels: { en: 'Model' } };
    const asked = await admin('PUT', `/api/topics/${topic}/questions`, { items: [question] });
    const earlier = await admin('POST', '/api/cases', {
      customer: { name: 'Anna', email: 'anna@intake.test' },
      subject: 'Before',
      text: 'Before.',
      topic,
      facts: [{ question: asked.body.own[0].id, value: 'R7' }],
    });
    const { id } = await begin(lea, 'visit');
    const { body } = await save(lea, id, { name: 'Ann', wish: 'It blinks red again.', topic });
    const ghost = (await lea('GET', `/api/cases/${body.case.id}`)).body.customer.id;
    const known = await save(lea, id, { customer: earlier.body.customer.id });
    expect(known.status).toBe(200);
    const found = await lea('GET', `/api/cases/${body.case.id}`);
    expect(found.body).toMatchObject({ customer: earlier.body.customer, topic: { id: topic } });
    expect((await lea('GET', `/api/customers/${ghost}`)).status).toBe(404);
    const facts = await lea('GET', `/api/cases/${body.case.id}/facts`);
    expect(facts.body.items).toMatchObject([
      { known: { value: 'R7', case: { id: earlier.body.id } } },
    ]);
    await lea('POST', `/api/intakes/${id}/assurance`, { by: 'spoken' });
    const ended = await lea('POST', `/api/intakes/${id}/ending`, {});
    expect(ended.body.hasMail).toBe(true);
    expect((await lea('POST', `/api/intakes/${id}/printed-receipt`, {})).status).toBe(409);
  });

  test('is begun once where it is begun twice at the same instant', async () => {
    const hold = sql`lock table baton.intakes in exclusive mode`;
    const visit = () => mia('POST', '/api/intakes', { way: 'visit' });
    const both = await meet(deps.db, hold, [visit, visit]);
    const answers = both.map(({ status, body }) => [status, body.code]);
    expect(answers).toContainEqual([201, undefined]);
    expect(answers).toContainEqual([409, 'already_exists']);
    const { intake } = (await mia('GET', '/api/intakes/open')).body;
    expect((await mia('DELETE', `/api/intakes/${intake.id}`)).status).toBe(204);
  });

  test('is dropped where nothing was said, and nowhere else', async () => {
    const { id, call } = await begin(mia, 'call');
    expect((await mia('DELETE', `/api/intakes/${id}`)).status).toBe(204);
    expect((await mia('GET', '/api/intakes/open')).body.intake).toBeNull();
    expect((await mia('POST', `/api/calls/${call}/marks`, { kind: 'held' })).status).toBe(409);
    const again = await begin(mia, 'call');
    await save(mia, again.id, { name: 'Nina', wish: 'When do you open?' });
    expect((await mia('DELETE', `/api/intakes/${again.id}`)).status).toBe(409);
    expect((await admin('GET', `/api/intakes/open`)).body.intake).toBeNull();
  });
});

describe('a call on a case', () => {
  async function openOne() {
    const customer = { name: 'Olga', email: `olga${Math.random()}@intake.test` };
    const { body } = await admin('POST', '/api/cases', { customer, subject: 'S', text: 'T.' });
    return body as { id: string; number: number; owner: { id: string } };
  }

  test('is there from the first press, one for each agent, and meets the first reply', async () => {
    const one = await openOne();
    const begun = await admin('POST', '/api/calls', { case: one.id, direction: 'out' });
    expect(begun.status).toBe(403);
    const { body } = await lea('POST', '/api/calls', { case: one.id, direction: 'out' });
    expect((await lea('POST', '/api/calls', { direction: 'in' })).status).toBe(409);
    const at = `/api/calls/${body.id}`;
    expect((await mia('POST', `${at}/marks`, { kind: 'ended' })).status).toBe(404);
    for (const kind of ['held', 'reached', 'held', 'resumed', 'ended']) {
      deps.clock.travel(2 * minuteMs);
      expect((await lea('POST', `${at}/marks`, { kind })).status).toBe(201);
    }
    const people = [{ name: 'Angela', spelling: 'A-N-G-E-L-A', role: 'Billing' }];
    const agreed = 'She refunds it today.';
    await lea('PATCH', at, { people, agreed });
    const current = (await lea('GET', '/api/calls/current')).body.call;
    expect(current).toMatchObject({ id: body.id, people, agreed, done: false, corrections: [] });
    expect([current.wait, current.held].map((time) => time.slice(0, 4))).toEqual(['PT2M', 'PT4M']);
    await lea('PATCH', at, { done: true });
    expect((await lea('GET', '/api/calls/current')).body.call).toBeNull();
    const found = await lea('GET', `/api/cases/${one.id}`);
    expect(found.body.firstReply.metAt).not.toBeNull();
    const messages = (await lea('GET', `/api/cases/${one.id}/messages`)).body.items;
    expect(messages.at(-1)).toMatchObject({ kind: 'call', direction: 'internal' });
    expect(messages.at(-1).text).toContain(agreed);
  });

  test('is put right within reason, and how it had been stays', async () => {
    const one = await openOne();
    const { body } = await lea('POST', '/api/calls', { case: one.id, direction: 'in' });
    deps.clock.travel(5 * minuteMs);
    const ended = await lea('POST', `/api/calls/${body.id}/marks`, { kind: 'ended' });
    const at = ended.body.marks.map((mark: { at: string }) => Date.parse(mark.at));
    const times = (first: number, last: number) => ({
      times: [new Date(at[0] + first).toISOString(), new Date(at[1] + last).toISOString()],
    });
    const wrong = await lea('PATCH', `/api/calls/${body.id}`, times(0, -6 * minuteMs));
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'times.1' }] } });
    const right = await lea('PATCH', `/api/calls/${body.id}`, times(-2 * minuteMs, 0));
    expect(right.body.spoken).toMatch(/^PT7M/);
    expect(right.body.corrections).toMatchObject([{ what: 'marks' }]);
    await lea('PATCH', `/api/calls/${body.id}`, { done: true, note: 'Loud.' });
    expect(await kindsOf(lea, one.id)).toEqual(
      expect.arrayContaining(['call_logged', 'call_corrected']),
    );
  });

  test('with somebody else is no word to the customer, and is not sent to them', async () => {
    const one = await openOne();
    const owner = one.owner.id === company.agents[0][0] ? lea : mia;
    const press = async (withCustomer: boolean) => {
      const call = { case: one.id, direction: 'in', withCustomer };
      const { body } = await owner('POST', '/api/calls', call);
      await owner('POST', `/api/calls/${body.id}/marks`, { kind: 'ended' });
      return body.id as string;
    };
    const open = (await owner('GET', '/api/intakes/open')).body.intake;
    if (open?.call) await owner('POST', `/api/calls/${open.call}/marks`, { kind: 'ended' });
    const other = await press(false);
    expect((await owner('GET', `/api/cases/${one.id}`)).body.firstReply.metAt).toBeNull();
    expect((await owner('POST', `/api/calls/${other}/sending`, {})).status).toBe(409);
    await owner('POST', `/api/cases/${one.id}/wait`, {});
    const own = await press(true);
    const after = (await owner('GET', `/api/cases/${one.id}`)).body;
    expect(after).toMatchObject({ status: 'open' });
    expect(after.firstReply.metAt).not.toBeNull();
    await owner('PATCH', `/api/calls/${own}`, { agreed: 'Tomorrow at nine.' });
    expect((await owner('POST', `/api/calls/${own}/sending`, {})).status).toBe(201);
    const sent = (await owner('GET', `/api/cases/${one.id}/messages`)).body.items.at(-1);
    expect(sent).toMatchObject({ kind: 'call_record', direction: 'out' });
    expect(sent.text).toContain('Agreed: Tomorrow at nine.');
    const { pathname } = new URL(customerLink(deps, one.number));
    const page = String((await stranger('GET', pathname)).body);
    expect(page.match(/<li>/g)).toHaveLength(1);
    expect(page).toMatch(/\d at \d\d:\d\d \(.+\), Front line \d/);
    expect(page).toContain('Tomorrow at nine.');
  });

  test('leaves a database in which everything that must hold, holds', async () => {
    for (const check of checks) {
      expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
    }
  });
});
