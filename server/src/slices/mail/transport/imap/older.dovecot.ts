import { beforeAll, expect, test } from 'vitest';
import { dayMs } from '../../../../kernel/duration.ts';
import type { Deps } from '../../../../platform/context.ts';
import { runCommand } from '../../../../platform/db.ts';
import { requestOlderMail } from '../../commands/ask-for-older.ts';
import { MailHouse, until } from './testing.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await MailHouse.open();
});

const answered = (id: string) =>
  until(
    () => house.mailbox(id),
    ({ checked_at }) => checked_at !== null,
  );

const ago = (days: number) => new Date(Date.now() - days * dayMs);

test('older mail comes on request, with its progress, from the day that was asked for; nobody gets a receipt for it', async () => {
  const user = 'older@acme.test';
  const person = await house.dovecot.open(user);
  for (const [days, subject] of [
    [40, 'Too old'],
    [20, 'Old'],
    [0.01, 'Just now'],
  ] as const) {
    const letter = house.letter(subject, { From: `${subject.replaceAll(' ', '')}@customer.test` });
    await person.append('INBOX', letter, [], ago(days));
  }
  person.close();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const id = await house.channel(user);
  const reading = house.read();
  await answered(id);
  expect(await house.inbound(id)).toEqual([]);
  await runCommand(house.deps, house.office.head, (ctx) => requestOlderMail(ctx, id, ago(30)));
  const done = await until(
    () => house.mailbox(id),
    ({ older_finished_at }) => older_finished_at !== null,
  );
  expect(done).toMatchObject({ older_total: 2, older_done: 2 });
  const rows = await house.inbound(id);
  expect(rows.map(({ subject, outcome, older }) => ({ subject, outcome, older }))).toEqual([
    { subject: 'Old', outcome: 'opened', older: true },
    { subject: 'Just now', outcome: 'opened', older: true },
  ]);
  expect(house.office.relay.arrived).toEqual([]);
  // Asked for again, nothing is taken twice.
  await runCommand(house.deps, house.office.head, (ctx) => requestOlderMail(ctx, id, ago(60)));
  await until(
    () => house.mailbox(id),
    ({ older_finished_at }) => older_finished_at !== null,
  );
  const subjects = (await house.inbound(id)).map(({ subject }) => subject);
  expect(new Set(subjects)).toEqual(new Set(['Just now', 'Old', 'Too old']));
  expect(subjects).toHaveLength(3);
  await reading.stop();
});

test('what lay in the mailbox for over two days gets no receipt when it is read at last', async () => {
  const user = 'late@acme.test';
  const id = await house.channel(user);
  await house.deps.db
    .updateTable('baton.mailboxes')
    .set({ reading_since: ago(5) })
    .execute();
  const person = await house.dovecot.open(user);
  await person.append('INBOX', house.letter('Late', { From: 'late@customer.test' }), [], ago(3));
  person.close();
  const reading = house.read();
  const [row] = await until(
    () => house.inbound(id),
    (rows) => rows.length === 1,
  );
  expect(row).toMatchObject({ outcome: 'opened', older: true });
  expect(house.office.relay.arrived.flatMap(({ to }) => to)).not.toContain('late@customer.test');
  await reading.stop();
});

test('a server that ends between storing and the cursor loses nothing and doubles nothing', async () => {
  const user = 'killed@acme.test';
  const id = await house.channel(user);
  let stored = 0;
  const { storage } = house.deps;
  const dying: Deps = {
    ...house.deps,
    storage: {
      ...storage,
      put: async (content) => {
        await storage.put(content);
        stored += 1;
        throw new Error('The server ended.');
      },
    },
  };
  const first = house.read(dying);
  await answered(id);
  await house.dovecot.deliver(user, house.letter('Stored'));
  await until(
    async () => stored,
    (times) => times > 0,
  );
  await first.stop();
  expect(await house.inbound(id)).toEqual([]);
  const second = house.read();
  await until(
    () => house.inbound(id),
    (rows) => rows.length === 1,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await house.inbound(id)).toHaveLength(1);
  await second.stop();
});

test('one mail to two of our mailboxes is one case and one duplicate', async () => {
  const ids = [await house.channel('one@acme.test'), await house.channel('other@acme.test')];
  const reading = house.read();
  for (const id of ids) await answered(id);
  const letter = house.letter('To both', { To: 'one@acme.test, other@acme.test' });
  for (const user of ['one@acme.test', 'other@acme.test'])
    await house.dovecot.deliver(user, letter);
  const rows = await until(
    async () => [...(await house.inbound(ids[0]!)), ...(await house.inbound(ids[1]!))],
    (found) => found.length === 2,
  );
  expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'opened']);
  const opened = rows.find(({ outcome }) => outcome === 'opened');
  expect(rows.find(({ outcome }) => outcome === 'duplicate')?.duplicate_of).toBe(opened?.id);
  await reading.stop();
});
