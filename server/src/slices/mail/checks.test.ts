import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from './checks.ts';
import { PostOffice } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());

function find(name: string) {
  return checks.find((check) => check.name === name)!.find(office.deps);
}

test('a content that is gone from the file store is found', async () => {
  const { case_id, id, raw_sha256 } = await office.arrive({ from: 'gone@x.test' });
  expect(await find('What is kept can be opened')).toEqual([]);
  const { storageFolder } = office.deps.settings;
  const bytes = await office.deps.storage.read(raw_sha256);
  await rm(join(storageFolder, raw_sha256.slice(0, 2), raw_sha256));
  expect(await find('What is kept can be opened')).toEqual([
    { caseId: case_id, what: `${id} has no content in the file store (received)` },
  ]);
  await office.deps.storage.put(bytes);
});

test('automatic mail about the case of a machine is found', async () => {
  const name = 'No machine is told anything';
  const { case_id } = await office.arrive({ from: 'alerts@x.test', Precedence: 'bulk' });
  const person = await office.arrive({ from: 'person@x.test' });
  expect(await find(name)).toEqual([]);
  const receipt = (await office.messages(person.case_id)).at(-1)!;
  await office.deps.db
    .updateTable('baton.outbound')
    .set({ case_id: case_id! })
    .where('message_id', '=', receipt.id)
    .execute();
  expect(await find(name)).toMatchObject([{ caseId: case_id }]);
});

test('automatic mail beyond the budget is found', async () => {
  const name = 'Nobody gets too much automatic mail';
  await office.arrive({ from: 'often@x.test' });
  expect(await find(name)).toEqual([]);
  const others: string[] = [];
  for (let n = 1; n <= 5; n++) {
    const { case_id } = await office.arrive({ from: `other${n}@x.test` });
    others.push((await office.outbound((await office.messages(case_id)).at(-1)!.id)).id);
  }
  const rows = others.map((other, index) => ({
    address: 'often@x.test',
    at: new Date(Date.now() + index * 10),
    outbound_id: other,
  }));
  await office.deps.db.insertInto('baton.automatic_mail').values(rows).execute();
  expect(await find(name)).toHaveLength(1);
});

test('a duplicate of nothing is found', async () => {
  const { id } = await office.arrive({ from: 'twice@x.test', 'Message-ID': '<twice@x.test>' });
  const copy = await office.arrive({ from: 'twice@x.test', 'Message-ID': '<twice@x.test>' });
  expect(copy.duplicate_of).toBe(id);
  const name = 'Duplicates have an original';
  expect(await find(name)).toEqual([]);
  await office.deps.db
    .updateTable('baton.inbound')
    .set({ duplicate_of: null })
    .where('id', '=', copy.id)
    .execute();
  expect(await find(name)).toMatchObject([{ what: expect.stringContaining(copy.id) }]);
});
