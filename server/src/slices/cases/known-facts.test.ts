import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';

/** A customer with two cases of one topic, which asks for a model and a year. */
async function house() {
  const server = await testServer();
  const { admin } = server;
  const topic = (await admin('POST', '/api/topics', { name: 'Boilers' })).body.id as string;
  const items = [
    { kind: 'text', labels: { en: 'Which model?' }, required: true },
    { kind: 'number', labels: { en: 'Bought in?' } },
  ];
  await admin('PUT', `/api/topics/${topic}/questions`, { items });
  const { own } = (await admin('GET', `/api/topics/${topic}/questions`)).body;
  const [model, year] = own.map(({ id }: { id: string }) => id) as [string, string];
  const customer = { name: 'Ana', email: 'ana@example.org' };
  const open = async (facts: object[]) => {
    const body = { customer, subject: 'A boiler', text: 'It leaks.', topic, facts };
    return (await admin('POST', '/api/cases', body)).body;
  };
  const first = await open([
    { question: model, value: 'B-12' },
    { question: year, value: 2019 },
  ]);
  const second = await open([]);
  return { ...server, model, year, first, path: `/api/cases/${second.id}/facts` };
}

test('what the customer said in another case is known in this one', async () => {
  const { admin, model, year, first, path } = await house();
  const facts = (await admin('GET', path)).body;
  expect(facts.missing).toEqual([model]);
  expect(facts.items.map(({ known }: { known: object }) => known)).toMatchObject([
    { value: 'B-12', case: { id: first.id, number: first.number } },
    { value: 2019, case: { id: first.id } },
  ]);
  const taken = await admin('PUT', path, { answers: [{ question: model, value: 'B-12' }] });
  expect(taken.body).toMatchObject({ askedAgain: 0, complete: true });
  expect(taken.body.items[0]).toMatchObject({ value: 'B-12', known: null });
  const other = await admin('PUT', path, { answers: [{ question: year, value: 2020 }] });
  expect(other.body.askedAgain).toBe(1);
});

test('who asks again what is known says so, and it is counted', async () => {
  const { admin, model, path } = await house();
  const answers = [{ question: model, value: 'B-12', askedAgain: true }];
  expect((await admin('PUT', path, { answers })).body.askedAgain).toBe(1);
  const { items } = (await admin('GET', path.replace('/facts', '/events'))).body;
  expect(items.at(-1)).toMatchObject({ kind: 'facts_set', data: { again: [model] } });
});

test('what stands in cases that one may not see is not known', async () => {
  const { admin, as, path, model } = await house();
  const [front, special] = (await admin('GET', '/api/teams')).body.items;
  const person = { name: 'Bo', email: 'bo@desk.example', teams: [{ team: special.id }] };
  const bo = (await admin('POST', '/api/agents', person)).body.id;
  const id = path.split('/')[3]!;
  await admin('POST', `/api/cases/${id}/followers`, { agent: bo });
  const asBo = await as('agent', bo);
  const facts = (await asBo('GET', path)).body;
  expect(front.id).not.toBe(special.id);
  expect(facts.items[0]).toMatchObject({ question: { id: model }, known: null });
});

test('every handler sees what the customer is worth a year, and their tier', async () => {
  const { admin, first } = await house();
  const tier = (await admin('POST', '/api/tiers', { name: 'Gold' })).body;
  const value = {
    amountCents: 10_000,
    per: 'month',
    currency: 'USD',
    source: 'CRM',
    on: '2026-01-31',
  };
  const path = `/api/customers/${first.customer.id}`;
  await admin('PATCH', path, { tier: tier.id, value, spelling: 'AH-na' });
  const shown = (await admin('GET', `/api/cases/${first.id}`)).body;
  expect(shown.customer).toMatchObject({
    ...{ name: 'Ana', spelling: 'AH-na', tier: { name: 'Gold' } },
    value: { yearlyCents: 120_000, per: 'month', currency: 'USD', source: 'CRM' },
  });
  expect(shown.clock).toEqual(expect.objectContaining({ due: first.clock.due }));
});
