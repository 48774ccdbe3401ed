import { beforeAll, describe, expect, test } from 'vitest';
import { pauseChannel } from '../../commands/pause-channel.ts';
import { runCommand } from '../../../../platform/db.ts';
import { MailHouse, until } from './testing.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await MailHouse.open();
  house.read();
});

/** The mailbox has answered: what arrives from now on is new. */
const answered = (id: string) =>
  until(
    () => house.mailbox(id),
    ({ checked_at }) => checked_at !== null,
  );
const subjects = async (id: string) => (await house.inbound(id)).map(({ subject }) => subject);
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));

test('new mail comes in within a second, by the call of the server, and becomes a case', async () => {
  const id = await house.channel('calls@acme.test');
  await answered(id);
  await house.dovecot.deliver('calls@acme.test', house.letter('First'));
  await until(
    () => subjects(id),
    (found) => found.length === 1,
  );
  await house.dovecot.deliver('calls@acme.test', house.letter('Quick'));
  const begun = performance.now();
  await until(
    () => house.received(id),
    (rows) => rows.length === 2,
  );
  expect(performance.now() - begun).toBeLessThan(1000);
  const [, row] = await house.inbound(id);
  expect(row).toMatchObject({
    door: 'imap',
    outcome: 'opened',
    envelope_from: 'maria@customer.test',
    recipients: ['calls@acme.test'],
    subject: 'Quick',
    older: false,
  });
  const raw = String(await house.deps.storage.read(row!.raw_sha256));
  expect(raw).toMatch(/^Return-Path: <maria@customer\.test>\r\n/);
  expect(raw).toMatch(/It does not start any more since yesterday evening\.\r\n$/);
  await until(
    async () => house.office.relay.arrived,
    (arrived) => arrived.some(({ to }) => to.includes('maria@customer.test')),
  );
});

test('what was there before is not read, and nothing is passed over after it', async () => {
  await house.dovecot.deliver('before@acme.test', house.letter('Long ago'));
  await nextSecond();
  const id = await house.channel('before@acme.test');
  await answered(id);
  for (let n = 0; n < 5; n++) {
    await house.dovecot.deliver('before@acme.test', house.letter(`New ${n}`));
  }
  await until(
    () => subjects(id),
    (found) => found.length === 5,
  );
  expect(await subjects(id)).toEqual(['New 0', 'New 1', 'New 2', 'New 3', 'New 4']);
});

test('after Dovecot was restarted, mail comes in again by itself', async () => {
  const id = await house.channel('restart@acme.test');
  await answered(id);
  await house.dovecot.halt();
  const troubled = await until(
    () => house.mailbox(id),
    ({ trouble }) => trouble !== null,
  );
  expect(['connection_lost', 'refused_connection']).toContain(troubled.trouble);
  expect(troubled.trouble_since).not.toBeNull();
  await house.dovecot.run();
  await house.dovecot.deliver('restart@acme.test', house.letter('After the restart'));
  await until(
    () => subjects(id),
    (found) => found.includes('After the restart'),
  );
  expect((await house.mailbox(id)).trouble).toBeNull();
});

test('a folder that was made anew brings nothing twice and loses nothing', async () => {
  const id = await house.channel('anew@acme.test');
  await answered(id);
  await house.dovecot.deliver('anew@acme.test', house.letter('One'));
  await house.dovecot.deliver('anew@acme.test', house.letter('Two'));
  await until(
    () => subjects(id),
    (found) => found.length === 2,
  );
  const before = await house.mailbox(id);
  await house.dovecot.rebuild('anew@acme.test');
  await house.dovecot.deliver('anew@acme.test', house.letter('Three'));
  await until(
    () => subjects(id),
    (found) => found.includes('Three'),
  );
  expect(await subjects(id)).toEqual(['One', 'Two', 'Three']);
  expect((await house.mailbox(id)).uid_validity).not.toBe(before.uid_validity);
});

describe('after storing, a message is', () => {
  test('left as it is', async () => {
    const id = await house.channel('leave@acme.test');
    await answered(id);
    await house.dovecot.deliver('leave@acme.test', house.letter('Left'));
    await until(
      () => subjects(id),
      (found) => found.length === 1,
    );
    expect(await house.dovecot.look('leave@acme.test')).toMatchObject([{ seen: false }]);
  });

  test('marked as read, and one that a person has read first is fetched all the same', async () => {
    const id = await house.channel('mark@acme.test', { afterReading: 'mark_read' });
    await answered(id);
    await house.dovecot.deliver('mark@acme.test', house.letter('Marked'));
    await until(
      () => house.dovecot.look('mark@acme.test'),
      ([first]) => first?.seen === true,
    );
    await runCommand(house.deps, house.office.head, (ctx) => pauseChannel(ctx, id, true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await house.dovecot.deliver('mark@acme.test', house.letter('Read by a person'));
    const person = await house.dovecot.open('mark@acme.test');
    await person.mailboxOpen('INBOX');
    await person.messageFlagsAdd('1:*', ['\\Seen']);
    person.close();
    await runCommand(house.deps, house.office.head, (ctx) => pauseChannel(ctx, id, false));
    await until(
      () => subjects(id),
      (found) => found.length === 2,
    );
    expect(await subjects(id)).toEqual(['Marked', 'Read by a person']);
  });

  test('moved to a folder, which is made if need be', async () => {
    const id = await house.channel('move@acme.test', {
      afterReading: 'move',
      moveTo: 'Feldolgozva & 已处理',
    });
    await answered(id);
    await house.dovecot.deliver('move@acme.test', house.letter('Moved'));
    await until(
      () => house.dovecot.look('move@acme.test', 'Feldolgozva & 已处理'),
      (there) => there.length === 1,
    );
    expect(await house.dovecot.look('move@acme.test')).toEqual([]);
    expect(await subjects(id)).toEqual(['Moved']);
  });
});

test('while a channel is paused nothing is fetched; what came meanwhile comes in afterwards', async () => {
  const id = await house.channel('pause@acme.test');
  await answered(id);
  await runCommand(house.deps, house.office.head, (ctx) => pauseChannel(ctx, id, true));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await house.dovecot.deliver('pause@acme.test', house.letter('Meanwhile'));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await subjects(id)).toEqual([]);
  await runCommand(house.deps, house.office.head, (ctx) => pauseChannel(ctx, id, false));
  await until(
    () => subjects(id),
    (found) => found.length === 1,
  );
});

test('a message that is larger than what is taken stays in the mailbox, where people see it', async () => {
  const id = await house.channel('large@acme.test');
  await answered(id);
  const large = `${house.letter('Too large')}${`${'x'.repeat(998)}\r\n`.repeat(52_500)}`;
  await house.dovecot.deliver('large@acme.test', large);
  await house.dovecot.deliver('large@acme.test', house.letter('Small'));
  await until(
    () => subjects(id),
    (found) => found.includes('Small'),
  );
  expect(await subjects(id)).toEqual(['Small']);
  const left = await house.deps.db.selectFrom('baton.mailbox_leftovers').selectAll().execute();
  expect(left).toMatchObject([{ channel_id: id, reason: 'too_large', subject: 'Too large' }]);
});

test('a message of 20 MB comes in whole', async () => {
  const id = await house.channel('big@acme.test');
  await answered(id);
  const big = `${house.letter('Big')}${`${'y'.repeat(998)}\r\n`.repeat(20_000)}`;
  await house.dovecot.deliver('big@acme.test', big);
  const [row] = await until(
    () => house.inbound(id),
    (rows) => rows.length === 1,
  );
  const raw = String(await house.deps.storage.read(row!.raw_sha256));
  expect(raw.endsWith(big)).toBe(true);
});
