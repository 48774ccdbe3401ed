import { describe, expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';

const value = {
  ...{ amountCents: 10_000, per: 'month', currency: 'EUR' },
  ...{ source: 'Invoices', on: '2026-01-31' },
};

async function house() {
  const server = await testServer();
  const { admin } = server;
  const organisation = (await admin('POST', '/api/organisations', { name: 'Acme' })).body;
  const tier = (await admin('POST', '/api/tiers', { name: 'Gold', adds: 'A call a month' })).body;
  const given = {
    ...{ name: 'Ana', spelling: 'A-na', formOfAddress: 'Dr. Pop', preferredWay: 'phone' },
    ...{ style: 'Brief, technical.', organisation: organisation.id, tier: tier.id, value },
    identities: [
      { kind: 'mail', value: 'ana@acme.example' },
      { kind: 'phone', value: '+40 721 555 123' },
    ],
  };
  const made = await admin('POST', '/api/customers', given);
  expect(made.status).toBe(201);
  return { ...server, organisation, tier, made, path: `/api/customers/${made.body.id}` };
}

describe('the record of a customer', () => {
  test('holds how to speak to them, where they belong, and what they are worth a year', async () => {
    const { made, organisation } = await house();
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toMatchObject({
      ...{ spelling: 'A-na', formOfAddress: 'Dr. Pop', preferredWay: 'phone' },
      organisation: { id: organisation.id, name: 'Acme' },
      tier: { name: 'Gold', adds: 'A call a month' },
      value: { amountCents: 10_000, per: 'month', yearlyCents: 120_000, currency: 'EUR' },
      review: { on: null, due: false, confirmedAt: null },
    });
  });

  test('gives each of their cases what helps to address them, and not how to reach them', async () => {
    const { admin, made } = await house();
    const asked = { customer: { id: made.body.id }, subject: 'Router', text: 'Help!' };
    const opened = (await admin('POST', '/api/cases', asked)).body;
    expect(opened.customer).toMatchObject({ formOfAddress: 'Dr. Pop', tier: { name: 'Gold' } });
    const looked = (await admin('GET', `/api/cases/${opened.id}`)).body;
    for (const shown of [opened, looked]) {
      expect(shown.customer).not.toHaveProperty('preferredWay');
      expect(JSON.stringify(shown)).not.toMatch(/721 ?555 ?123/);
    }
  });

  test('is changed by whoever saw it last, and says who changed what', async () => {
    const { admin, path } = await house();
    const stale = { 'if-match': '"1"' };
    const first = await admin('PATCH', path, { tier: null, style: null }, stale);
    expect(first.headers['etag']).toBe('"2"');
    const second = await admin('PATCH', path, { name: 'Anna' }, stale);
    expect([second.status, second.body.code]).toEqual([412, 'stale_version']);
    const unknown = await admin('PATCH', path, { tier: crypto.randomUUID() });
    expect(unknown.body).toMatchObject({ code: 'unknown_reference', errors: [{ path: 'tier' }] });
    await admin('PATCH', path, { name: 'Ana' });
    const { items } = (await admin('GET', `${path}/changes`)).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: { kind: 'key', name: 'a admin' },
      changes: [
        { field: 'style', from: 'Brief, technical.', to: null },
        { field: 'tier', from: 'Gold', to: null },
      ],
    });
  });

  test('asks for its contact data to be confirmed, and is asked again when it says', async () => {
    const { admin, path } = await house();
    const due = (await admin('PATCH', path, { reviewOn: '2026-01-01' })).body.review;
    expect(due).toMatchObject({ on: '2026-01-01', due: true });
    const confirmed = await admin('POST', `${path}/reviews`, { on: '2999-01-01' });
    expect(confirmed.body.review).toMatchObject({
      ...{ on: '2999-01-01', due: false },
      confirmedAt: expect.any(String),
    });
  });
});

describe('an identity', () => {
  test('is added, put right, verified and taken away', async () => {
    const { admin, path, made } = await house();
    const added = await admin('POST', `${path}/identities`, { kind: 'handle', value: '@Ana' });
    const [mail, , handle] = added.body.identities;
    const verified = await admin('PATCH', `${path}/identities/${mail.id}`, { verified: true });
    expect(verified.body.identities[0].verifiedAt).toEqual(expect.any(String));
    const kept = {
      identities: made.body.identities.map(
        ({ kind, value: shown }: { kind: string; value: string }) => ({ kind, value: shown }),
      ),
    };
    const same = (await admin('PATCH', path, kept)).body.identities;
    expect(same[0]).toEqual(verified.body.identities[0]);
    const right = await admin('PATCH', `${path}/identities/${mail.id}`, {
      value: 'ana@new.example',
    });
    expect(right.body.identities[0]).toEqual({ ...mail, value: 'ana@new.example' });
    const wrong = await admin('PATCH', `${path}/identities/${mail.id}`, { value: 'nonsense' });
    expect(wrong.body.errors).toMatchObject([{ path: 'value' }]);
    expect((await admin('DELETE', `${path}/identities/${handle.id}`)).status).toBe(404);
    expect((await admin('DELETE', `${path}/identities/${mail.id}`)).status).toBe(204);
    expect((await admin('GET', path)).body.identities).toHaveLength(1);
  });

  test('belongs to one customer only', async () => {
    const { admin, made } = await house();
    const { id } = (await admin('POST', '/api/customers', { name: 'Eve' })).body;
    const taken = { kind: 'mail', value: 'ANA@acme.example' };
    const refused = await admin('POST', `/api/customers/${id}/identities`, taken);
    expect(refused.body).toMatchObject({
      code: 'already_exists',
      errors: [{ message: `belongs to customer ${made.body.id}` }],
    });
  });
});

describe('a note on a customer', () => {
  test('is seen by whoever comes next, and changed by its author alone', async () => {
    const { admin, as, path } = await house();
    const note = (await admin('POST', `${path}/notes`, { text: 'Calls at noon.' })).body;
    const other = await as('admin');
    const seen = (await other('GET', `${path}/notes`)).body.items;
    expect(seen).toMatchObject([{ text: 'Calls at noon.', author: { name: 'a admin' } }]);
    const own = `${path}/notes/${note.id}`;
    expect((await other('PATCH', own, { text: 'No.' })).body.code).toBe('forbidden');
    expect((await other('DELETE', own)).body.code).toBe('forbidden');
    const edited = await admin('PATCH', own, { text: 'Calls at one.' });
    expect(edited.body).toMatchObject({ text: 'Calls at one.', editedAt: expect.any(String) });
    expect((await admin('DELETE', own)).status).toBe(204);
    expect((await admin('GET', `${path}/notes`)).body.items).toEqual([]);
  });
});

describe('organisations and tiers', () => {
  test('are found by the beginnings of words, and hold their customers', async () => {
    const { admin, organisation, made } = await house();
    await admin('POST', '/api/organisations', { name: 'Blue Acorn' });
    const names = async (q: string) =>
      (await admin('GET', `/api/organisations?q=${q}`)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('ac')).toEqual(['Acme', 'Blue Acorn']);
    expect(await names('corn')).toEqual([]);
    expect((await admin('POST', '/api/organisations', { name: 'ACME' })).body.code).toBe(
      'already_exists',
    );
    for (const query of [`organisation=${organisation.id}`, 'q=acm']) {
      const { items } = (await admin('GET', `/api/customers?${query}`)).body;
      expect(items).toMatchObject([{ id: made.body.id }]);
    }
  });

  test('a tier moves, and stays while somebody has it', async () => {
    const { admin, tier } = await house();
    const silver = (await admin('POST', '/api/tiers', { name: 'Silver' })).body;
    await admin('PATCH', `/api/tiers/${silver.id}`, { place: 0 });
    const { items } = (await admin('GET', '/api/tiers')).body;
    expect(items).toMatchObject([
      { name: 'Silver', place: 0 },
      { name: 'Gold', place: 1 },
    ]);
    expect((await admin('DELETE', `/api/tiers/${tier.id}`)).body.code).toBe('still_in_use');
    expect((await admin('DELETE', `/api/tiers/${silver.id}`)).status).toBe(204);
  });
});

test('whoever may be the same is suggested, with the reason', async () => {
  const { admin, organisation, made } = await house();
  const make = async (given: object) =>
    (await admin('POST', '/api/customers', given)).body.id as string;
  const phone = await make({
    name: 'A. Pop',
    identities: [{ kind: 'phone', value: '0721555123' }],
  });
  const name = await make({ name: 'ANA', organisation: organisation.id });
  const elsewhere = (await admin('POST', '/api/organisations', { name: 'Other' })).body.id;
  await make({ name: 'Ana', organisation: elsewhere });
  const { items } = (await admin('GET', `/api/customers/${made.body.id}/alike`)).body;
  expect(items).toMatchObject([
    { customer: { id: phone }, because: ['phone'] },
    { customer: { id: name }, because: ['organisation_and_name'] },
  ]);
  const typed = (await admin('GET', '/api/customers/alike?identity=Ana@acme.example')).body.items;
  expect(typed).toMatchObject([{ customer: { id: made.body.id }, because: ['identity'] }]);
});
