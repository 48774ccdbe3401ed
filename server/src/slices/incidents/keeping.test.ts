import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';
import { upkeep } from './index.ts';

describe('who saw what', () => {
  test('is taken away as a table, which is written down, too', async () => {
    const { admin, as } = await testServer();
    const customer = { name: '=Ana, "A"', email: 'ana@example.org' };
    await admin('POST', '/api/cases', { customer, subject: 'Asks', text: 'Help.' });
    const reader = await as('reader');
    const [found] = (await reader('GET', '/api/customers')).body.items;
    await reader('GET', `/api/customers/${found.id}`);
    const table = await admin('GET', '/api/access-log.csv?kind=customer');
    expect(table.headers['content-type']).toContain('text/csv');
    const [heading, row, ...rest] = String(table.body).trim().split('\r\n');
    expect(heading).toBe('at,who,who_id,kind,about,about_id,list,shown,reason,address');
    expect(row).toContain(`a reader`);
    expect(row).toContain(`customer,"'=Ana, ""A""",${found.id},,,,127.0.0.1`);
    expect(rest).toEqual([]);
    const [latest] = (await admin('GET', '/api/access-log?kind=list')).body.items;
    expect(latest.list).toEqual({ name: 'access log', shown: 0, exported: true });
    expect((await reader('GET', '/api/access-log.csv')).status).toBe(403);
  });

  test('is found by the address from which it was asked for', async () => {
    const { admin } = await testServer();
    await admin('GET', '/api/customers');
    const from = async (address: string) =>
      (await admin('GET', `/api/access-log?kind=list&address=${address}`)).body.items.length;
    expect([await from('127.0.0.1'), await from('10.0.0.1')]).toEqual([1, 0]);
  });

  test('is kept for as many months as the company says, and no longer', async () => {
    const { deps, admin, as } = await testServer();
    await admin('GET', '/api/customers');
    const { rows } = await sql<{ name: string }>`
      select to_char(now() at time zone 'UTC', '"access_log_"YYYY_MM') as name`.execute(deps.db);
    const months = async () =>
      (
        await sql<{ name: string }>`select c.relname as name from pg_inherits i
          join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'baton.access_log'::regclass`.execute(deps.db)
      ).rows.map(({ name }) => name);
    expect((await admin('GET', '/api/access-log/settings')).body).toEqual({ months: 24 });
    const inMonths = (count: number) => {
      const at = new Date();
      return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count + 1, 1));
    };
    await upkeep(deps, inMonths(23), new AbortController().signal);
    expect(await months()).toContain(rows[0]!.name);
    expect((await admin('PATCH', '/api/access-log/settings', { months: 0 })).status).toBe(400);
    const kept = await admin('PATCH', '/api/access-log/settings', { months: 3 });
    expect(kept.body).toEqual({ months: 3 });
    await upkeep(deps, inMonths(2), new AbortController().signal);
    expect(await months()).toContain(rows[0]!.name);
    await upkeep(deps, inMonths(3), new AbortController().signal);
    expect(await months()).not.toContain(rows[0]!.name);
    const lead = await as('lead');
    expect((await lead('PATCH', '/api/access-log/settings', { months: 1 })).status).toBe(403);
  });
});
