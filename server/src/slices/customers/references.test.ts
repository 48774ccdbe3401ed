import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { askAs, testServer } from '../../../test/http.ts';
import { makeSecrets } from '../../platform/secret.ts';
import { createKey } from '../auth/index.ts';
import { checks, sealReferencesAnew } from './index.ts';
import { endingOf } from './rules/ending.ts';

const iban = 'RO49 AAAA 1B31 0075 9384 0000';
/** Of its middle so much that no id has it by chance. */
const opened = new RegExp(iban.replaceAll(' ', '').slice(8, 18).split('').join(' ?'));

async function house() {
  const server = await testServer();
  const customer = { name: 'Ana', email: 'ana@example.org' };
  const opened = { customer, subject: 'A refund', text: 'Please.' };
  const { id } = (await server.admin('POST', '/api/cases', opened)).body.customer;
  const body = { kind: 'account', value: iban };
  const added = (await server.admin('POST', `/api/customers/${id}/references`, body)).body;
  return { ...server, id, added, place: `/api/customers/${id}/references/${added.id}` };
}

test.each([
  [iban, '0000'],
  ['4111-1111-1111-1234', '1234'],
  ['123456', '56'],
  ['12', ''],
  ['', ''],
])('of %s is shown %j', (value, ending) => {
  expect(endingOf(value)).toBe(ending);
});

describe('a number of a customer', () => {
  test('is stored sealed and shown by its end', async () => {
    const { deps, admin, id, added } = await house();
    expect(added).toEqual({ id: added.id, kind: 'account', label: null, ending: '0000' });
    expect((await admin('GET', `/api/customers/${id}`)).body.references).toEqual([added]);
    const { rows } = await sql`select * from baton.customer_references`.execute(deps.db);
    expect(JSON.stringify(rows)).not.toMatch(opened);
    expect(await checks[0]!.find(deps)).toEqual([]);
    expect(
      await checks[0]!.find({ ...deps, secrets: makeSecrets(['another '.repeat(8)]) }),
    ).toEqual([expect.objectContaining({ what: expect.stringContaining(added.id) })]);
  });

  test('is opened for whoever says why, and each look is written down', async () => {
    const { admin, as, id, place } = await house();
    expect((await admin('POST', `${place}/reveal`, {})).body.code).toBe('invalid_request');
    const reason = 'A refund is to be paid';
    for (let look = 0; look < 2; look++) {
      const shown = await admin('POST', `${place}/reveal`, { reason });
      expect(shown.body).toEqual({ value: iban });
      expect(shown.headers['cache-control']).toContain('no-store');
    }
    const { items } = (await admin('GET', `/api/access-log?kind=reference&customer=${id}`)).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ reason, subject: { name: 'Ana' }, actor: { kind: 'key' } });
    expect(JSON.stringify(items)).not.toMatch(opened);
    const reader = await as('reader');
    expect((await reader('POST', `${place}/reveal`, { reason })).status).toBe(403);
    await admin('DELETE', place);
    expect((await admin('POST', `${place}/reveal`, { reason })).status).toBe(404);
    const still = (await admin('GET', `/api/access-log?kind=reference&customer=${id}`)).body.items;
    expect(still).toHaveLength(2);
  });

  test('is not given to who is part of another customer, where nobody would find it', async () => {
    const { deps, admin, id, place } = await house();
    const { body: survivor } = await admin('POST', '/api/customers', { name: 'Anna' });
    await admin('POST', `/api/customers/${survivor.id}/merges`, { customer: id });
    const at = `/api/customers/${id}/references`;
    const refused = await admin('POST', at, { kind: 'account', value: '4711 4711' });
    expect(refused.body.code).toBe('wrong_status');
    const shown = (await admin('GET', `/api/customers/${survivor.id}`)).body.references;
    expect(shown).toMatchObject([{ ending: '0000' }]);
    await deps.db.updateTable('baton.customer_references').set({ customer_id: id }).execute();
    const found = [{ what: expect.stringContaining('masked numbers') }];
    expect(await checks[1]!.find(deps)).toEqual(found);
    // One that got there before can be taken away.
    expect((await admin('DELETE', place)).status).toBe(204);
  });

  test('asks for a permission of its own, and for a customer whom one may see', async () => {
    const { deps, app, admin, id, place } = await house();
    const key = async (scopes: object) => {
      const text = await createKey(deps, { name: 'k', role: 'admin', scopes });
      return askAs(app, { authorization: `Bearer ${text}` });
    };
    const reason = 'A refund';
    const status = async (scopes: object) =>
      (await (await key(scopes))('POST', `${place}/reveal`, { reason })).status;
    expect(await status({ Customers: 'admin' })).toBe(403);
    expect(await status({ References: 'agent' })).toBe(404);
    expect(await status({ References: 'agent', Customers: 'reader' })).toBe(200);
    const ben = { name: 'Ben', email: 'ben@desk.example' };
    const agent = (await admin('POST', '/api/agents', ben)).body.id;
    const text = await createKey(deps, { name: 'b', role: 'admin', agentId: agent });
    const asBen = askAs(app, { authorization: `Bearer ${text}` });
    expect((await asBen('POST', `${place}/reveal`, { reason })).status).toBe(404);
    const other = (await admin('POST', '/api/customers', { name: 'Eve' })).body.id;
    const moved = place.replace(id, other);
    expect((await admin('POST', `${moved}/reveal`, { reason })).status).toBe(404);
    expect((await admin('DELETE', moved)).status).toBe(404);
  });

  test('is sealed anew when there is a new secret', async () => {
    const { deps, admin, place } = await house();
    const sealed = async () =>
      (await sql<{ sealed: string }>`select sealed from baton.customer_references`.execute(deps.db))
        .rows[0]!.sealed;
    const before = await sealed();
    await sealReferencesAnew(deps);
    expect(await sealed()).toBe(before);
    const secrets = makeSecrets(['another secret that is long enough', deps.secrets.first]);
    await sealReferencesAnew({ ...deps, secrets });
    expect(await sealed()).not.toBe(before);
    expect(await checks[0]!.find({ ...deps, secrets })).toEqual([]);
    expect((await admin('POST', `${place}/reveal`, { reason: 'Why not' })).status).toBe(500);
  });
});
