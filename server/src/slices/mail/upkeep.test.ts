import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import { inTransaction } from '../../platform/db.ts';
import { claimFingerprint } from './store/inbound.ts';
import { PostOffice } from './testing.ts';
import { forgetOldMail } from './upkeep.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());

const daysAgo = (days: number) => plus(new Date(), -days * dayMs);
const tidy = () => forgetOldMail(office.deps, new Date(), new AbortController().signal);

/** A message as it came so long ago. */
async function cameAgo(id: string, days: number) {
  const { db } = office.deps;
  const at = daysAgo(days);
  await db.updateTable('baton.inbound_once').set({ at }).where('inbound_id', '=', id).execute();
  await db.updateTable('baton.inbound').set({ received_at: at }).where('id', '=', id).execute();
}

async function claimed(): Promise<string[]> {
  const rows = await office.deps.db
    .selectFrom('baton.inbound_once')
    .select('inbound_id')
    .orderBy('at')
    .execute();
  return rows.map((row) => row.inbound_id);
}

test('what a message said is remembered for as long as its repeat would be one', async () => {
  const old = await office.arrive({ 'Message-ID': '<old@x.test>', from: 'old@x.test' });
  const late = { 'Message-ID': '<late@x.test>', from: 'late@x.test' };
  const { id } = await office.arrive(late);
  await cameAgo(old.id, 32);
  await cameAgo(id, 29);
  await tidy();
  expect(await claimed()).toEqual([id]);
  expect(await office.arrive(late)).toMatchObject({ outcome: 'duplicate', duplicate_of: id });
});

test('one that is renewed meanwhile stays', async () => {
  const { db } = office.deps;
  const letter = { 'Message-ID': '<again@x.test>', from: 'again@x.test' };
  const { id } = await office.arrive(letter);
  await cameAgo(id, 40);
  const claim = await db
    .selectFrom('baton.inbound_once')
    .select(['fingerprint', 'inbound_id as inboundId', 'body_sha256 as bodySha256'])
    .where('inbound_id', '=', id)
    .executeTakeFirstOrThrow();
  await inTransaction(db, async (tx) => {
    await claimFingerprint(tx, { ...claim, at: daysAgo(0), since: daysAgo(31) });
    await tidy();
  });
  expect(await claimed()).toContain(id);
  await cameAgo(id, 40);
  await tidy();
  expect(await claimed()).not.toContain(id);
});

test('and while a message is to be judged, from when it came', async () => {
  const [first] = await claimed();
  await cameAgo(first!, 60);
  const waiting = await office.hand(office.rawOf({ from: 'waiting@x.test' }));
  await cameAgo(waiting, 35);
  await tidy();
  expect(await claimed()).toEqual([first]);
  await cameAgo(waiting, 25);
  await tidy();
  expect(await claimed()).toEqual([]);
});

test('automatic mail is counted for a month', async () => {
  const count = () =>
    office.deps.db
      .selectFrom('baton.automatic_mail')
      .select('address')
      .orderBy('address')
      .execute();
  const before = await count();
  expect(before.length).toBeGreaterThan(1);
  await office.deps.db
    .updateTable('baton.automatic_mail')
    .set({ at: daysAgo(31) })
    .where('address', '=', 'late@x.test')
    .execute();
  await tidy();
  expect(await count()).toEqual(before.filter(({ address }) => address !== 'late@x.test'));
});
