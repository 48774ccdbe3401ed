import { expect, test } from 'vitest';
import { testServer, type Ask } from '../../../test/http.ts';

/** An agent of a company, with a customer who is known and one case of theirs. */
async function stage() {
  const { admin, as } = await testServer();
  const [agent] = (await admin('GET', '/api/agents')).body.items;
  const ask = await as('admin', agent.id);
  const plain = await as('agent', agent.id);
  const customer = await admin('POST', '/api/customers', {
    ...{ name: 'Maria Kuznetsova', formOfAddress: 'Mrs Kuznetsova', language: 'ru' },
    identities: [
      { kind: 'mail', value: 'maria@known.test' },
      { kind: 'phone', value: '+45 33 11 22 33' },
    ],
  });
  const id = customer.body.id as string;
  const opened = {
    customer: { email: 'maria@known.test' },
    subject: 'A lamp',
    text: 'It does not light.',
  };
  const about = await admin('POST', '/api/cases', opened);
  return { ask, plain, admin, customer: id, about: about.body.id as string };
}

async function upload(ask: Ask, name: string): Promise<string> {
  const form = [
    '--b',
    `content-disposition: form-data; name="file"; filename="${name}"`,
    'content-type: text/plain',
    '',
    'What they showed.',
    '--b--',
    '',
  ].join('\r\n');
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  return (await ask('POST', '/api/files', form, type)).body.id;
}

test('who is known is not asked: what we know stands there as the call begins', async () => {
  const { ask, customer } = await stage();
  const alike = await ask('GET', '/api/customers/alike?identity=33112233');
  expect(alike.body.items).toMatchObject([{ customer: { id: customer }, because: ['phone'] }]);
  const begun = { way: 'call', customer, phone: '+45 40 11 22 33' };
  const intake = (await ask('POST', '/api/intakes', begun)).body;
  expect(intake.said).toMatchObject({
    ...{ customer, name: 'Maria Kuznetsova', formOfAddress: 'Mrs Kuznetsova', language: 'ru' },
    ...{ email: 'maria@known.test', phone: '+45 40 11 22 33' },
  });
  expect((await ask('GET', '/api/calls/current')).body.call).toMatchObject({
    ...{ id: intake.call, number: '+45 40 11 22 33' },
    people: [{ name: 'Maria Kuznetsova', spelling: null, role: null }],
  });
});

test('a call about a case that there is goes on there', async () => {
  const { ask, customer, about } = await stage();
  const intake = (await ask('POST', '/api/intakes', { way: 'call', customer })).body;
  await ask('PATCH', `/api/calls/${intake.call}`, { case: about });
  expect((await ask('DELETE', `/api/intakes/${intake.id}`)).status).toBe(204);
  expect((await ask('GET', '/api/calls/current')).body.call).toMatchObject({
    ...{ id: intake.call, case: { id: about }, endedAt: null },
  });
});

test('files go with the first message, and the mood stays with the customer', async () => {
  const { ask, customer } = await stage();
  const { id } = (await ask('POST', '/api/intakes', { way: 'visit', customer })).body;
  const [first, second] = [await upload(ask, 'a.txt'), await upload(ask, 'b.txt')];
  const save = (change: object) => ask('PATCH', `/api/intakes/${id}`, change);
  const opened = await save({ wish: 'The lamp is broken again.', files: [first], mood: 'upset' });
  expect(opened.body.files).toMatchObject([{ id: first, name: 'a.txt' }]);
  const { case: about } = opened.body;
  await save({ files: [second, first, second] });
  const [message] = (await ask('GET', `/api/cases/${about.id}/messages`)).body.items;
  expect(message.files.map(({ name }: { name: string }) => name)).toEqual(['b.txt', 'a.txt']);
  const stranger = '0190a000-0000-7000-8000-000000000000';
  expect((await save({ files: [stranger] })).body.code).toBe('unknown_reference');
  await ask('POST', `/api/intakes/${id}/assurance`, { by: 'spoken' });
  await ask('POST', `/api/intakes/${id}/ending`, {});
  const moods = (await ask('GET', `/api/customers/${customer}/moods`)).body.items;
  expect(moods).toMatchObject([{ mood: 'upset', case: { id: about.id } }]);
});

test('what went badly is told before one speaks to them, and a mood only at a case of theirs', async () => {
  const { ask, admin, customer, about } = await stage();
  expect((await ask('GET', `/api/customers/${customer}/setbacks`)).body.items).toEqual([]);
  await ask('POST', `/api/cases/${about}/solution`, { text: 'It lights now.' });
  await ask('POST', `/api/cases/${about}/reopening`, {});
  expect((await ask('GET', `/api/customers/${customer}/setbacks`)).body.items).toMatchObject([
    { case: { id: about, subject: 'A lamp' }, what: [{ kind: 'reopened', count: 1 }] },
  ]);
  const other = { customer: { email: 'eve@known.test' }, subject: 'S', text: 'T.' };
  const theirs = (await admin('POST', '/api/cases', other)).body.id;
  const at = `/api/customers/${customer}/moods`;
  const wrong = await ask('POST', at, { mood: 'angry', case: theirs });
  expect(wrong.body).toMatchObject({ code: 'unknown_reference', errors: [{ path: 'case' }] });
  const noted = await ask('POST', at, { mood: 'angry', case: about });
  expect(noted.body.items).toMatchObject([{ mood: 'angry', case: { id: about } }]);
});

test('a mood goes with the case, and with somebody new who turns out to be known', async () => {
  const { ask, admin, customer } = await stage();
  const { id } = (await ask('POST', '/api/intakes', { way: 'call' })).body;
  const save = (change: object) => ask('PATCH', `/api/intakes/${id}`, change);
  const about = (await save({ name: 'Marya', wish: 'The lamp is broken again.' })).body.case.id;
  const somebody = (await ask('GET', `/api/cases/${about}`)).body.customer.id;
  const note = async (mood: string, more: object = {}) =>
    (await ask('POST', `/api/customers/${somebody}/moods`, { mood, ...more })).status;
  expect([await note('worried'), await note('upset', { case: about })]).toEqual([201, 201]);
  expect((await save({ customer })).status).toBe(200);
  const moodsOf = async (of: string) =>
    (await admin('GET', `/api/customers/${of}/moods`)).body.items.map(
      (one: { mood: string; case: { id: string } | null }) => [one.mood, one.case?.id],
    );
  expect(await moodsOf(customer)).toEqual([
    ['upset', about],
    ['worried', undefined],
  ]);
  const other = { name: 'Eve', identities: [{ kind: 'mail', value: 'eve@known.test' }] };
  const eve = (await admin('POST', '/api/customers', other)).body.id;
  await admin('PATCH', `/api/cases/${about}`, { customer: eve });
  expect(await moodsOf(customer)).toEqual([['worried', undefined]]);
  expect(await moodsOf(eve)).toEqual([['upset', about]]);
});

test('who turned out to be somebody else meanwhile is that one in the case', async () => {
  const { plain, admin, customer } = await stage();
  const { id } = (await plain('POST', '/api/intakes', { way: 'visit', customer })).body;
  const one = (await admin('POST', '/api/customers', { name: 'Maria K.' })).body.id;
  const merged = await admin('POST', `/api/customers/${one}/merges`, { customer });
  expect(merged.status).toBe(200);
  const opened = await plain('PATCH', `/api/intakes/${id}`, { wish: 'The lamp is broken again.' });
  expect(opened.body).toMatchObject({ case: { id: expect.any(String) }, hasMail: true });
  const about = await admin('GET', `/api/cases/${opened.body.case.id}`);
  expect(about.body.customer.id).toBe(one);
});

test('somebody new who turned out to be known meanwhile keeps the record that is known', async () => {
  const { plain, admin, customer } = await stage();
  const { id } = (await plain('POST', '/api/intakes', { way: 'visit' })).body;
  const save = (change: object) => plain('PATCH', `/api/intakes/${id}`, change);
  const about = (await save({ name: 'Marya', wish: 'The lamp is broken again.' })).body.case.id;
  const somebody = (await admin('GET', `/api/cases/${about}`)).body.customer.id;
  const merged = await admin('POST', `/api/customers/${customer}/merges`, { customer: somebody });
  expect(merged.status).toBe(200);
  expect((await save({ name: 'Marya K' })).status).toBe(200);
  const known = { name: 'Maria Kuznetsova', formOfAddress: 'Mrs Kuznetsova', language: 'ru' };
  expect((await admin('GET', `/api/customers/${customer}`)).body).toMatchObject(known);
  const eve = (await admin('POST', '/api/customers', { name: 'Eve' })).body.id;
  await admin('PATCH', `/api/cases/${about}`, { customer: eve });
  expect((await save({ name: 'Marya K.' })).status).toBe(200);
  expect((await admin('GET', `/api/customers/${eve}`)).body.name).toBe('Eve');
});
