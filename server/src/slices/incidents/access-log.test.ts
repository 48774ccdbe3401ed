import { describe, expect, test } from 'vitest';
import { testServer } from '../../../test/http.ts';

async function house() {
  const { admin, as } = await testServer();
  const open = async (name: string) => {
    const email = `${name}@example.org`;
    const body = { customer: { name, email }, subject: `${name} asks`, text: 'Help.' };
    return (await admin('POST', '/api/cases', body)).body;
  };
  return { admin, as, open };
}

describe('the access log', () => {
  test('says who saw what, the latest first, also by a list', async () => {
    const { admin, as, open } = await house();
    const [ana, ben] = [await open('Ana'), await open('Ben')];
    const reader = await as('reader');
    await reader('GET', `/api/cases/${ana.id}`);
    await reader('GET', `/api/customers/${ben.customer.id}`);
    await reader('GET', '/api/cases');
    const all = (await admin('GET', '/api/access-log')).body.items;
    expect(all.slice(0, 3)).toMatchObject([
      { kind: 'list', actor: { kind: 'key', name: 'a reader' }, list: { name: 'cases', shown: 2 } },
      { kind: 'customer', subject: { name: 'Ben' } },
      { kind: 'case', subject: { name: `#${ana.number} Ana asks` }, address: '127.0.0.1' },
    ]);
    const about = async (query: string) =>
      (await admin('GET', `/api/access-log?${query}`)).body.items
        .filter((one: { actor: { name: string } }) => one.actor.name === 'a reader')
        .map((one: { kind: string }) => one.kind);
    expect(await about(`customer=${ana.customer.id}`)).toEqual(['list', 'case']);
    expect(await about(`customer=${ben.customer.id}`)).toEqual(['list', 'customer']);
    expect(await about(`case=${ana.id}`)).toEqual(['list', 'case']);
    expect(await about('kind=customer')).toEqual(['customer']);
    expect(await about(`to=2020-01-01T00:00:00Z`)).toEqual([]);
    expect((await reader('GET', '/api/access-log')).status).toBe(403);
  });

  test('is read page by page, each row once, and reading it is written down', async () => {
    const { admin, as, open } = await house();
    const ids = [];
    for (const name of ['Ana', 'Ben', 'Cho', 'Dan', 'Eve']) ids.push((await open(name)).id);
    const reader = await as('reader');
    for (const id of ids) await reader('GET', `/api/cases/${id}`);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
      const page = (await admin('GET', `/api/access-log?kind=case&limit=2${cursor}`)).body;
      seen.push(...page.items.map((item: { subject: { id: string } }) => item.subject.id));
      next = page.next;
    }
    expect(seen).toEqual(ids.toReversed());
    const lists = (await admin('GET', '/api/access-log?kind=list')).body.items;
    expect(lists[0].list).toEqual({ name: 'access log', shown: 0, exported: false });
  });
});
