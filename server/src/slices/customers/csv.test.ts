import { expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';

const table = [
  'name;mail;phone;organisation;tier;value_amount;value_currency;value_per;value_source;value_on;language',
  'Ana Pop;ana@acme.example | ana@home.example;+40 721;Acme;Gold;100;EUR;month;CRM;2026-01-31;ro',
  'Ben;ben@acme.example;;ACME;;;;;;;',
  'Eve;nonsense;;;;;;;;;',
  ';;;;',
  'Kim;kim@x.test;;;Platinum;;;;;;',
  'Twin;ana@home.example;;;;;;;;;',
].join('\r\n');

test('customers come from a table: tried first, then kept, and wrong rows told', async () => {
  const { admin } = await testServer();
  await admin('POST', '/api/tiers', { name: 'Gold' });
  const wanted = {
    ...{ made: 2, changed: 1, same: 0 },
    rows: [
      { row: 2, line: 2, outcome: 'made', name: 'Ana Pop', customer: null, changes: [] },
      { row: 3, line: 3, outcome: 'made', name: 'Ben', customer: null, changes: [] },
      {
        ...{ row: 6, line: 7, outcome: 'changed', name: 'Twin', customer: expect.any(String) },
        changes: expect.arrayContaining([{ field: 'name', from: 'Ana Pop', to: 'Twin' }]),
      },
    ],
    refused: [
      {
        ...{ row: 4, line: 4, column: 'mail', code: 'invalid_request' },
        ...{ path: 'identities.0.value', message: expect.any(String) },
      },
      {
        ...{ row: 5, line: 6, column: 'tier', code: 'invalid_request' },
        ...{ path: 'tier', message: 'does not exist' },
      },
    ],
  };
  const tried = await admin('POST', '/api/customers/imports', { csv: table, dryRun: true });
  expect(tried.body).toEqual({ dryRun: true, ...wanted });
  expect((await admin('GET', '/api/customers')).body.items).toEqual([]);
  expect((await admin('GET', '/api/organisations')).body.items).toEqual([]);
  const kept = await admin('POST', '/api/customers/imports', { csv: table, dryRun: false });
  expect(kept.body).toEqual({ dryRun: false, ...wanted });
  const { items } = (await admin('GET', '/api/customers?q=acme')).body;
  expect(items.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Ben']);
  const [twin] = (await admin('GET', '/api/customers?email=ana@acme.example')).body.items;
  expect(twin).toMatchObject({ name: 'Twin', identities: [{}, { value: 'ana@home.example' }, {}] });
  const wrong = await admin('POST', '/api/customers/imports', { csv: 'shoes\n42', dryRun: true });
  expect(wrong.body).toMatchObject({ code: 'invalid_request', errors: [{ path: 'csv' }] });
});

test('a row by what is no id is left out, and not the whole table', async () => {
  const { admin } = await testServer();
  const csv = `id,name\n${'-'.repeat(36)},Ana\n,Ben`;
  const { body } = await admin('POST', '/api/customers/imports', { csv, dryRun: false });
  expect(body.refused).toMatchObject([{ row: 2, column: 'id', code: 'invalid_request' }]);
  expect(body.rows).toMatchObject([{ row: 3, outcome: 'made', name: 'Ben' }]);
});

test('what goes out comes in again as it was, and leaves a row in the access log', async () => {
  const { deps, admin, as } = await testServer();
  await admin('POST', '/api/tiers', { name: 'Gold' });
  const csv = table.split('\r\n').slice(0, 3).join('\n');
  await admin('POST', '/api/customers/imports', { csv, dryRun: false });
  const before = (await admin('GET', '/api/customers')).body.items;
  await admin('POST', '/api/customers/imports', { csv, dryRun: true });
  const { rows: imports } = await deps.pool.query(
    `select detail->'ids' as ids from baton.access_log where detail->>'imported' = 'true'
     order by at desc limit 1`,
  );
  const known = before.map(({ id }: { id: string }) => id);
  expect(imports[0].ids.toSorted()).toEqual(known.toSorted());
  const out = await admin('GET', '/api/customers.csv');
  expect(out.headers['content-type']).toContain('text/csv');
  const { rows } = await deps.pool.query(
    "select detail from baton.access_log where detail->>'exported' = 'true'",
  );
  const ids = before.map(({ id }: { id: string }) => id);
  expect(rows).toEqual([{ detail: { list: 'customers', exported: true, ids } }]);
  const again = { csv: String(out.body), dryRun: false };
  expect((await admin('POST', '/api/customers/imports', again)).body).toMatchObject({
    ...{ dryRun: false, made: 0, changed: 0, same: 2, refused: [] },
  });
  expect((await admin('GET', '/api/customers')).body.items).toEqual(before);
  const lead = await as('lead');
  expect((await lead('GET', '/api/customers.csv')).status).toBe(403);
});
