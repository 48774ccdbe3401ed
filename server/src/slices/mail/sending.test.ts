import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { passUp } from '../cases/commands/pass-up.ts';
import { checks } from './checks.ts';
import { composeMail } from './commands/compose-mail.ts';
import { readToRelease, releaseInbound } from './commands/release-inbound.ts';
import { lockOutbound } from './store/outbound.ts';
import { PostOffice, runMailWork } from './testing.ts';
import { relayAt } from './transport/relay-at.ts';
import { handOver } from './transport/relay.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
  office.relay.refuseRecipient = () => null;
  office.relay.refuseMessage = () => null;
});

test('passed up: the customer is told who holds the case now, once', async () => {
  const opened = await office.arrive({ from: 'up@x.test' });
  office.relay.arrived.length = 0;
  await runCommand(office.deps, office.head, (ctx) =>
    passUp(ctx, {
      caseId: opened.case_id!,
      reason: 'customer_asks_for_it',
      summary: 'Wants more.',
    }),
  );
  const work = await office.deps.db
    .selectFrom('baton.work')
    .selectAll()
    .where('task', '=', 'mail.moved')
    .execute();
  await runMailWork(office.deps);
  await office.deps.db
    .insertInto('baton.work')
    .values(work.map(({ task, payload }) => ({ task, payload: JSON.stringify(payload) })))
    .execute();
  await runMailWork(office.deps);
  expect(office.relay.arrived.map(({ mail }) => mail.text)).toEqual([
    expect.stringContaining('can decide more'),
  ]);
});

describe('passed up: no machine is told, and it is written down that nobody was', () => {
  const old = new Date(Date.now() - 3 * dayMs).toUTCString();
  const openings: [string, Record<string, string>][] = [
    ['a machine wrote', { 'Auto-Submitted': 'auto-generated' }],
    ['it was written more than 48 hours ago', { Date: old }],
  ];

  async function movedUp(caseId: string | null) {
    await runCommand(office.deps, office.head, (ctx) =>
      passUp(ctx, { caseId: caseId!, reason: 'beyond_my_means', summary: 'More.' }),
    );
    office.relay.arrived.length = 0;
    await runMailWork(office.deps);
    const { id } = (await office.messages(caseId)).findLast(({ kind }) => kind === 'moved')!;
    return office.outbound(id);
  }

  test.each(openings)('%s', async (what, headers) => {
    const from = `${what.replace(/\W/g, '')}@x.test`;
    const opened = await office.arrive({ from, ...headers });
    expect(await movedUp(opened.case_id)).toMatchObject({
      state: 'suppressed',
      reason: 'answers_no_person',
    });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('until a person writes', async () => {
    const from = 'robot-and-maria@x.test';
    const opened = await office.arrive({ from, 'Auto-Submitted': 'auto-generated' });
    const { number } = await office.case(opened.case_id);
    await office.arrive({ from, Subject: `Now it is me [#${number}]` });
    expect(await movedUp(opened.case_id)).toMatchObject({ state: 'sent' });
    expect(office.relay.arrived).toHaveLength(1);
  });

  test('a message that was set aside by mistake', async () => {
    const aside = await office.arrive({ from: 'aside@x.test', 'X-Spam-Flag': 'YES' });
    const reading = await readToRelease(office.deps, aside.id);
    const get = () => {
      throw new Error('The mail was read while the transaction held its locks.');
    };
    const unread = { ...office.deps, storage: { ...office.deps.storage, get } };
    await runCommand(unread, office.head, (ctx) => releaseInbound(ctx, aside.id, reading));
    const { case_id } = await office.inbound(aside.id);
    expect(await movedUp(case_id)).toMatchObject({ state: 'suppressed' });
  });
});

describe('sending', () => {
  test('what a relay cannot take now is tried again after 1, 5 and 15 minutes, under one Message-ID', async () => {
    const opened = await office.arrive({ from: 'later@x.test' });
    office.relay.arrived.length = 0;
    office.relay.refuseMessage = () => [451, 'try later'];
    const messageId = await office.reply(opened.case_id);
    const row = () =>
      office.deps.db
        .selectFrom('baton.outbound')
        .selectAll()
        .where('message_id', '=', messageId)
        .executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({
      state: 'queued',
      attempts: 1,
      reason: expect.stringContaining('try later'),
    });
    await runMailWork(office.deps);
    expect((await row()).attempts).toBe(1);
    office.deps.clock.travel(61_000);
    await runMailWork(office.deps);
    expect((await row()).attempts).toBe(2);
    office.relay.refuseMessage = () => null;
    office.deps.clock.travel(5 * minuteMs + 1000);
    await runMailWork(office.deps);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 3 });
    expect(office.relay.arrived.map(({ mail }) => mail.messageId)).toEqual([(await row()).mime_id]);
  });

  test('after three days it is given up, and the case is told', async () => {
    const opened = await office.arrive({ from: 'never@x.test' });
    office.relay.refuseMessage = () => [451, 'try later'];
    const messageId = await office.reply(opened.case_id);
    for (let hour = 0; hour <= 73; hour++) {
      office.deps.clock.travel(hourMs + minuteMs);
      await runMailWork(office.deps);
    }
    const message = (await office.messages(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('try later'),
    });
  }, 60_000);

  test('what a relay refuses for good is refused at once, in its words', async () => {
    const opened = await office.arrive({ from: 'unknown@x.test' });
    office.relay.refuseRecipient = () => [550, 'no such user here'];
    const messageId = await office.reply(opened.case_id);
    const message = (await office.messages(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('no such user here'),
    });
  });

  test('taken for some only: whom it refuses for now is tried alone, and nobody gets it twice', async () => {
    const opened = await office.arrive({ from: 'some@x.test', Cc: 'others@x.test' });
    office.relay.arrived.length = 0;
    office.relay.refuseRecipient = (address) =>
      address === 'others@x.test' ? [450, 'mailbox busy'] : null;
    const messageId = await office.reply(opened.case_id);
    expect(await office.outbound(messageId)).toMatchObject({
      state: 'queued',
      reason: expect.stringMatching(/not taken for others@x\.test: 450 .*mailbox busy/),
    });
    office.relay.refuseRecipient = () => null;
    office.deps.clock.travel(minuteMs + 1000);
    await runMailWork(office.deps);
    expect(await office.outbound(messageId)).toMatchObject({ state: 'sent' });
    expect(office.relay.arrived.map(({ to }) => to)).toEqual([['some@x.test'], ['others@x.test']]);
    const [first, second] = office.relay.arrived.map(({ mail }) => mail);
    expect(second!.messageId).toBe(first!.messageId);
    expect(await failures(opened.case_id)).toEqual([]);
  });

  test('taken for some only: that it came back from one of them keeps nobody else from getting it', async () => {
    const opened = await office.arrive({ from: 'full@x.test', Cc: 'waits@x.test' });
    office.relay.arrived.length = 0;
    office.relay.refuseRecipient = (address) =>
      address === 'waits@x.test' ? [450, 'mailbox busy'] : null;
    const messageId = await office.reply(opened.case_id);
    const { mime_id: mimeId } = await office.outbound(messageId);
    const report = [
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.test\r\n',
      'Final-Recipient: rfc822; full@x.test\r\nAction: failed\r\nStatus: 5.2.2\r\n',
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${mimeId}\r\n--b--`,
    ];
    await office.arrive(
      {
        from: 'MAILER-DAEMON@x.test',
        Subject: 'Undelivered',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
        text: report.join('\r\n'),
      },
      { from: '' },
    );
    office.relay.refuseRecipient = () => null;
    office.deps.clock.travel(minuteMs + 1000);
    await runMailWork(office.deps);
    expect(office.relay.arrived.map(({ to }) => to)).toEqual([['full@x.test'], ['waits@x.test']]);
    expect(await office.outbound(messageId)).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('not taken for full@x.test: 5.2.2'),
    });
    expect(await failures(opened.case_id)).toEqual([{ message: messageId, state: 'refused' }]);
  });

  test('taken for some only, for good: it failed, and the owner sees for whom', async () => {
    const opened = await office.arrive({ from: 'good@x.test', Cc: 'gone@x.test, slow@x.test' });
    office.relay.arrived.length = 0;
    const said: Record<string, [number, string]> = {
      'gone@x.test': [550, 'no such user'],
      'slow@x.test': [450, 'mailbox busy'],
    };
    office.relay.refuseRecipient = (address) => said[address] ?? null;
    const messageId = await office.reply(opened.case_id);
    expect(await failures(opened.case_id)).toEqual([]);
    office.relay.refuseRecipient = () => null;
    office.deps.clock.travel(minuteMs + 1000);
    await runMailWork(office.deps);
    expect(await office.outbound(messageId)).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/^not taken for gone@x\.test: 550 .*no such user/),
    });
    expect(await failures(opened.case_id)).toEqual([{ message: messageId, state: 'refused' }]);
    expect(office.relay.arrived.map(({ to }) => to)).toEqual([['good@x.test'], ['slow@x.test']]);
  });

  test('a relay that talks on and on is left before anybody else takes the message over', async () => {
    const slow = createServer((socket) => {
      const timer = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('error', () => {}).on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => {
      slow.listen(0, '127.0.0.1', resolve);
    });
    const url = `smtp://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const opened = await office.arrive({ from: 'slow@x.test' });
    const { id } = await office.outbound((await office.messages(opened.case_id)).at(-1)!.id);
    const row = await office.deps.db.transaction().execute((tx) => lockOutbound(tx, id));
    const mail = await composeMail(office.deps, row!);
    const begun = performance.now();
    expect(
      await handOver(relayAt(url), office.deps.storage, mail, { withinMs: 300 }),
    ).toMatchObject({
      result: 'later',
    });
    expect(performance.now() - begun).toBeLessThan(5000);
    slow.close();
  });

  test('without a relay mail is held', async () => {
    const without = { ...office.deps, settings: { ...office.deps.settings, smtpUrl: undefined } };
    const id = await office.hand(office.rawOf({ from: 'held@x.test' }));
    await runMailWork(without);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(0);
    const { case_id } = await office.inbound(id);
    expect((await office.messages(case_id)).at(-1)).toMatchObject({
      delivery_state: 'held',
      delivery_reason: 'no_relay',
    });
  });
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});

async function failures(caseId: string | null): Promise<unknown[]> {
  const { rows } = await office.deps.pool.query(
    `select data from baton.case_events where case_id = $1 and kind = 'delivery_failed'`,
    [caseId],
  );
  return rows.map(({ data }) => data);
}
