import { describe, expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { baton } from '../../kernel/actor.ts';
import { inTransaction, runCommand } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { changeCustomer } from './commands/change-customer.ts';
import { customerByAddress, customerForAddress, primaryMail } from './index.ts';

const ana = {
  name: 'Ana-Maria Popescu',
  language: 'ro',
  zone: 'Europe/Bucharest',
  identities: [
    { kind: 'mail', value: 'Ana@Example.org' },
    { kind: 'phone', value: '+40 (721) 555-123' },
  ],
};

describe('a customer', () => {
  test('is written down, found, and changed', async () => {
    const { admin } = await testServer();
    const made = await admin('POST', '/api/customers', ana);
    expect(made).toMatchObject({ status: 201, body: ana });
    const path = `/api/customers/${made.body.id}`;
    expect((await admin('GET', path)).body).toEqual(made.body);
    const changed = await admin('PATCH', path, {
      language: null,
      identities: [{ kind: 'mail', value: 'new@example.org' }],
    });
    expect(changed.body).toMatchObject({
      name: ana.name,
      language: null,
      identities: [{ kind: 'mail', value: 'new@example.org' }],
    });
    expect((await admin('PATCH', `/api/customers/${newId()}`, { name: 'X' })).status).toBe(404);
  });

  test('keeps two changes of different fields that are made at once', async () => {
    const { deps, admin } = await testServer();
    const { id } = (await admin('POST', '/api/customers', ana)).body;
    let asked: ReturnType<typeof admin> | undefined;
    await runCommand(deps, baton, async (ctx) => {
      await changeCustomer(ctx, id, { name: 'Ana Ionescu' });
      asked = admin('PATCH', `/api/customers/${id}`, { zone: 'Europe/Oslo' });
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect((await asked!).body).toMatchObject({ name: 'Ana Ionescu', zone: 'Europe/Oslo' });
  });

  test('keeps their identities for themselves', async () => {
    const { admin } = await testServer();
    const { id } = (await admin('POST', '/api/customers', ana)).body;
    const other = { name: 'Other', identities: [{ kind: 'phone', value: '0040' }] };
    const made = (await admin('POST', '/api/customers', other)).body;
    const taken = { identities: [{ kind: 'mail', value: 'ANA@example.ORG' }] };
    const replies = [
      await admin('POST', '/api/customers', { name: 'Third', ...taken }),
      await admin('PATCH', `/api/customers/${made.id}`, taken),
    ];
    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([409, 'already_exists']);
      expect(body.errors).toEqual([
        {
          path: 'identities.0.value',
          code: 'of_another_customer',
          params: { customer: id },
          message: `belongs to customer ${id}`,
        },
      ]);
    }
    expect((await admin('GET', `/api/customers/${made.id}`)).body.identities).toHaveLength(1);
    const digits = { name: 'No digits', identities: [{ kind: 'phone', value: '()- ./' }] };
    expect((await admin('POST', '/api/customers', digits)).status).toBe(400);
  });

  const nonsense: [string, object][] = [
    ['name', { name: '' }],
    ['identities.0.value', { name: 'A', identities: [{ kind: 'mail', value: 'nonsense' }] }],
    ['identities.0.kind', { name: 'A', identities: [{ kind: 'fax', value: '1' }] }],
    ['language', { name: 'A', language: 'xx' }],
    ['revenue', { name: 'A', revenue: 1 }],
  ];
  test('is refused with the field that is wrong', async () => {
    const { admin } = await testServer();
    for (const [path, given] of nonsense) {
      const { body } = await admin('POST', '/api/customers', given);
      expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path }] });
    }
  });
});

describe('customers', () => {
  test('are found by address, and by the beginnings of words, addresses and numbers', async () => {
    const { admin } = await testServer();
    const { id } = (await admin('POST', '/api/customers', ana)).body;
    const han = { name: '林晓梅', identities: [{ kind: 'handle', value: "o'neill_100%" }] };
    const other = (await admin('POST', '/api/customers', han)).body;
    const find = async (query: string) =>
      (await admin('GET', `/api/customers?${query}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await find('email=ANA%40example.org')).toEqual([id]);
    expect(await find('email=nobody%40example.org')).toEqual([]);
    for (const q of ['popes', 'POPESCU maria', 'ana@ex', '+40721', 'ana-m']) {
      expect({ q, found: await find(`q=${encodeURIComponent(q)}`) }).toEqual({ q, found: [id] });
    }
    for (const q of ['林晓', "o'neill", "O'NEILL_100%"]) {
      expect({ q, found: await find(`q=${encodeURIComponent(q)}`) }).toEqual({
        q,
        found: [other.id],
      });
    }
    for (const q of ["'", String.raw`\ ' & | ! ( ) :*`, '%', '_', 'zzz']) {
      expect({ q, found: await find(`q=${encodeURIComponent(q)}`) }).toEqual({ q, found: [] });
    }
    expect((await admin('GET', '/api/customers?q=%00')).status).toBe(400);
    expect(await find('q=')).toHaveLength(2);
  });

  test('come page by page, the latest first', async () => {
    const { admin } = await testServer();
    for (const name of ['1', '2', '3', '4', '5']) await admin('POST', '/api/customers', { name });
    const names: string[] = [];
    let more = '';
    for (let page = 0; page < 3; page++) {
      const { body } = await admin('GET', `/api/customers?limit=2${more}`);
      names.push(...body.items.map((one: { name: string }) => one.name));
      more = `&cursor=${body.next}`;
    }
    expect(names).toEqual(['5', '4', '3', '2', '1']);
    expect(more).toBe('&cursor=null');
  });

  test('are shown to agents as far as their cases go; to readers all', async () => {
    const { admin, as } = await testServer();
    const [front, special] = (await admin('GET', '/api/teams')).body.items;
    const agentOf = async (name: string, team: string) => {
      const person = { name, email: `${name}@example.org`, teams: [{ team }] };
      return as('agent', (await admin('POST', '/api/agents', person)).body.id);
    };
    const here = await agentOf('here', front.id);
    const above = await agentOf('above', special.id);
    const opened = await admin('POST', '/api/cases', {
      customer: { email: 'kim@example.com', name: 'Kim' },
      subject: 'No light',
      text: 'The lamp does not light.',
    });
    const path = `/api/customers/${opened.body.customer.id}`;
    expect((await here('GET', path)).status).toBe(200);
    expect((await above('GET', path)).status).toBe(404);
    expect((await above('PATCH', path, { name: 'X' })).status).toBe(404);
    expect((await above('GET', '/api/customers')).body.items).toEqual([]);
    expect((await (await as('reader'))('GET', path)).status).toBe(200);
    const own = await above('POST', '/api/customers', { name: 'Walked in' });
    expect((await above('GET', `/api/customers/${own.body.id}`)).status).toBe(200);
  });
});

describe('a sender', () => {
  test('is the customer who has the address, else a new one', async () => {
    const { deps, admin } = await testServer();
    const { id } = (await admin('POST', '/api/customers', ana)).body;
    const find = (address: string, name?: string) =>
      runCommand(deps, baton, (ctx) => customerForAddress(ctx, { address, name, language: 'fr' }));
    expect(await find('ANA@example.org', 'Somebody')).toBe(id);
    const made = await find('Kim@Example.com', ' Kim ');
    expect(await find('kim@example.com')).toBe(made);
    expect(await customerByAddress(deps.db, 'KIM@example.com')).toBe(made);
    expect(await primaryMail(deps.db, made)).toBe('Kim@Example.com');
    const shown = (await admin('GET', `/api/customers/${made}`)).body;
    expect(shown).toMatchObject({ name: 'Kim', language: null });
    const nameless = await find('nameless@example.com');
    expect((await admin('GET', `/api/customers/${nameless}`)).body.name).toBe(
      'nameless@example.com',
    );
    expect(await inTransaction(deps.db, (tx) => primaryMail(tx, newId()))).toBeNull();
  });

  test('who writes many letters at once is one customer', async () => {
    const { deps, admin } = await testServer();
    const ids = await Promise.all(
      Array.from({ length: 8 }, () =>
        runCommand(deps, baton, (ctx) => customerForAddress(ctx, { address: 'many@example.com' })),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect((await admin('GET', '/api/customers')).body.items).toHaveLength(1);
  });
});

test('whoever looks at customers leaves a row each in the access log, for good', async () => {
  const { deps, admin, stranger } = await testServer();
  const { id } = (await admin('POST', '/api/customers', ana)).body;
  await admin('GET', `/api/customers/${id}`);
  await admin('GET', '/api/customers?q=ana');
  await admin('GET', `/api/customers/${newId()}`);
  await stranger('GET', `/api/customers/${id}`);
  const { rows } = await deps.pool.query(
    'select actor_kind, kind, subject_id, detail, address from baton.access_log order by at',
  );
  expect(rows).toEqual([
    { actor_kind: 'key', kind: 'customer', subject_id: id, detail: null, address: '127.0.0.1' },
    {
      actor_kind: 'key',
      kind: 'list',
      subject_id: null,
      detail: { list: 'customers', ids: [id] },
      address: '127.0.0.1',
    },
  ]);
  await expect(deps.pool.query('delete from baton.access_log')).rejects.toThrow('refused');
  await expect(deps.pool.query("update baton.access_log set kind = 'x'")).rejects.toThrow(
    'refused',
  );
});
