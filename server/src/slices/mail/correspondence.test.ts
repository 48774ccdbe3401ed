import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDeps, type TestDeps } from '../../../test/deps.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayMs, hourMs, minuteMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { passUp } from '../cases/commands/pass-up.ts';
import { reply } from '../cases/commands/reply.ts';
import { solveCase } from '../cases/commands/solve-case.ts';
import { foundCompany } from '../people/index.ts';
import { checks } from './checks.ts';
import { acceptMessage } from './commands/accept-message.ts';
import { foundChannel } from './commands/found-channel.ts';
import { processInbound } from './commands/process-inbound.ts';
import { runMailWork, TestRelay } from './testing.ts';
import { closeRelays } from './transport/relay.ts';
import { broken, charsets } from './transport/ugly-mails.ts';

let deps: TestDeps;
let relay: TestRelay;
let head: Actor;
let count = 0;

beforeAll(async () => {
  relay = await TestRelay.start();
  deps = await testDeps({ SMTP_URL: relay.url });
  await foundCompany(deps);
  await deps.db.transaction().execute((tx) => foundChannel(tx));
  const { head_id } = await deps.db
    .selectFrom('baton.company')
    .select('head_id')
    .executeTakeFirstOrThrow();
  head = { kind: 'agent', id: head_id, role: 'admin' };
});
afterAll(async () => {
  closeRelays();
  await relay.stop();
});
beforeEach(() => {
  relay.arrived.length = 0;
  relay.refuseRecipient = () => null;
  relay.refuseMessage = () => null;
});

type Sent = {
  from?: string;
  to?: string[];
  text?: string;
  envelopeFrom?: string;
  [header: string]: unknown;
};

/** Hands a mail in as the SMTP server does, and does the work that follows. Gives its row. */
async function arrive(mail: Sent | Buffer, envelope: { from?: string; to?: string[] } = {}) {
  const raw = Buffer.isBuffer(mail) ? mail : rawOf(mail);
  const id = await hand(raw, envelope);
  await runMailWork(deps);
  return inbound(id);
}

async function hand(raw: Buffer, envelope: { from?: string; to?: string[] } = {}): Promise<string> {
  const channel = await deps.db.selectFrom('baton.channels').select('id').executeTakeFirstOrThrow();
  const stored = await deps.storage.put(raw);
  return runCommand(deps, { kind: 'baton', id: null }, (ctx) =>
    acceptMessage(ctx, {
      channelId: channel.id,
      door: 'smtp',
      envelopeFrom: envelope.from ?? 'maria@customer.test',
      recipients: envelope.to ?? ['support@acme.test'],
      remoteAddress: null,
      raw: stored,
    }),
  );
}

async function inbound(id: string) {
  return deps.db
    .selectFrom('baton.inbound')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function rawOf({ from, to, text, ...headers }: Sent): Buffer {
  count += 1;
  const all = {
    From: from ?? 'Maria Popescu <maria@customer.test>',
    To: (to ?? ['support@acme.test']).join(', '),
    'Message-ID': `<${count}@customer.test>`,
    Subject: 'My router is broken',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${String(value)}`);
  return Buffer.from(
    `${lines.join('\r\n')}\r\n\r\n${text ?? 'It does not start any more since yesterday evening.'}\r\n`,
  );
}

async function theCase(id: string | null) {
  return deps.db
    .selectFrom('baton.cases')
    .selectAll()
    .where('id', '=', id!)
    .executeTakeFirstOrThrow();
}

async function messagesOf(caseId: string | null) {
  return deps.db
    .selectFrom('baton.messages')
    .selectAll()
    .where('case_id', '=', caseId!)
    .orderBy('seq')
    .execute();
}

/** Says something as the owner, and sends it. */
async function answer(caseId: string | null, text = 'Please restart it.') {
  const { messageId } = await runCommand(deps, head, (ctx) =>
    reply(ctx, { caseId: caseId!, text, files: [] }),
  );
  await runMailWork(deps);
  return messageId;
}

test('there and back: a letter becomes a case with a receipt, and its answers join', async () => {
  const opened = await arrive({});
  expect(opened).toMatchObject({ outcome: 'opened', reason: 'new', sender: 'maria@customer.test' });
  const { number, owner_id } = await theCase(opened.case_id);
  expect(owner_id).not.toBeNull();

  const [receipt] = relay.arrived;
  expect(receipt!.to).toEqual(['maria@customer.test']);
  expect(receipt!.mail.subject).toBe(`Re: My router is broken [#${number}]`);
  expect(receipt!.mail.from?.value[0]?.address).toBe('support@acme.test');
  expect(receipt!.mail.inReplyTo).toBe(opened.header_message_id);
  expect(receipt!.mail.headers.get('auto-submitted')).toBe('auto-replied');
  expect(receipt!.mail.headers.get('x-baton-loop')).toBeTruthy();
  expect(receipt!.mail.text).toContain('Head of the company');
  expect(receipt!.mail.text).toContain(String(number));
  expect(receipt!.raw).toContain('text/html');
  const replyTo = receipt!.mail.replyTo!.value[0]!.address!;
  expect(replyTo).toMatch(new RegExp(`^support\\+c${number}-[a-z2-7]{12}@acme\\.test$`));

  const joined = await arrive(
    {
      Subject: 'One thing more',
      to: [replyTo],
      text: 'The lamp is red.\n\nOn Tue, 3 Mar 2026 at 10:24, Baton wrote:\n> Hello',
    },
    { to: [replyTo] },
  );
  expect(joined).toMatchObject({
    outcome: 'joined',
    reason: 'reply_address',
    case_id: opened.case_id,
  });
  const last = (await messagesOf(opened.case_id)).at(-1);
  expect(last).toMatchObject({ text: 'The lamp is red.', author_kind: 'customer', language: 'en' });
  expect(last!.quoted).toContain('> Hello');

  relay.arrived.length = 0;
  await answer(opened.case_id);
  const [mail] = relay.arrived;
  expect(mail!.mail.inReplyTo).toBe(joined.header_message_id);
  expect(mail!.mail.references).toContain(opened.header_message_id);
  expect(mail!.mail.headers.has('auto-submitted')).toBe(false);
  expect(mail!.mail.text).toContain('Please restart it.\n\nHead of the company\nBaton');
  expect((await messagesOf(opened.case_id)).at(-1)).toMatchObject({ delivery_state: 'sent' });

  const byMessageId = await arrive({ Subject: 'Other', 'In-Reply-To': mail!.mail.messageId });
  expect(byMessageId).toMatchObject({
    outcome: 'joined',
    reason: 'message_id',
    case_id: opened.case_id,
  });
  const byReference = await arrive({ References: `<x@y> ${opened.header_message_id}` });
  expect(byReference).toMatchObject({
    outcome: 'joined',
    reason: 'reference',
    case_id: opened.case_id,
  });
  const byNumber = await arrive({ Subject: `Problem [#${number}]` });
  expect(byNumber).toMatchObject({ outcome: 'joined', reason: 'number', case_id: opened.case_id });
});

test.each([
  ['en', 'Hello, my router does not work any more since yesterday.', 'Thank you for writing'],
  ['ro', 'Bună ziua, routerul meu nu mai funcționează de ieri seară.', 'Vă mulțumim'],
  ['hu', 'Jó napot kívánok, a routerem tegnap este óta nem működik.', 'Köszönjük'],
  ['zh', '您好，我的路由器从昨天晚上起就坏了。', '感谢您的来信'],
  ['ru', 'Здравствуйте, мой роутер со вчерашнего вечера не работает.', 'Спасибо'],
  ['da', 'Hej, min router har ikke virket siden i går aftes.', 'Tak, fordi du skrev'],
])('the receipt is in the language of the letter: %s', async (language, text, words) => {
  const from = `${language}@languages.test`;
  await arrive({ from, text, 'Content-Type': 'text/plain; charset=utf-8' });
  expect(relay.arrived[0]!.mail.text).toContain(words);
  const mail = await deps.db
    .selectFrom('baton.outbound')
    .select('language')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(mail).toEqual({ language });
});

describe('once', () => {
  test('a mail that arrives again has no second effect; a differing copy is kept as one', async () => {
    const first = await arrive({ 'Message-ID': '<once@x.test>' });
    const again = await arrive({ 'Message-ID': '<once@x.test>', Received: 'by another way' });
    const differs = await arrive({ 'Message-ID': '<once@x.test>', text: 'Something else.' });
    expect(again).toMatchObject({
      outcome: 'duplicate',
      reason: 'same_message',
      duplicate_of: first.id,
    });
    expect(differs).toMatchObject({ outcome: 'duplicate', reason: 'second_copy_differs' });
    expect(await messagesOf(first.case_id)).toHaveLength(2);
  });

  test('without Message-ID what it says decides', async () => {
    const mail = Buffer.from(
      'From: nomid@x.test\r\nSubject: x\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n\r\nhello\r\n',
    );
    expect((await arrive(mail)).outcome).toBe('opened');
    expect((await arrive(mail)).outcome).toBe('duplicate');
    expect((await arrive(Buffer.concat([mail, Buffer.from('more')]))).outcome).toBe('opened');
  });

  test('after 30 days it is another one', async () => {
    const mail = { 'Message-ID': '<month@x.test>', from: 'month@x.test' };
    const first = await arrive(mail);
    await deps.db
      .updateTable('baton.inbound_once')
      .set({ at: new Date(Date.now() - 31 * dayMs) })
      .where('inbound_id', '=', first.id)
      .execute();
    await deps.db
      .updateTable('baton.inbound')
      .set({ received_at: new Date(Date.now() - 31 * dayMs) })
      .where('id', '=', first.id)
      .execute();
    expect((await arrive(mail)).outcome).toBe('opened');
  });

  test('work that is done twice, even at once, has one effect', async () => {
    const id = await hand(rawOf({ from: 'twice@x.test' }));
    await Promise.all([1, 2, 3].map(() => processInbound(deps, id)));
    await processInbound(deps, id);
    const row = await inbound(id);
    expect(row.outcome).toBe('opened');
    expect(
      (await messagesOf(row.case_id)).filter(({ direction }) => direction === 'in'),
    ).toHaveLength(1);
    await runMailWork(deps);
    expect(relay.arrived).toHaveLength(1);
  });
});

describe('no stranger joins', () => {
  test('with the number: a new case, linked; with the token: joins, marked, and gets nothing', async () => {
    const opened = await arrive({ from: 'owner@strange.test' });
    const { number } = await theCase(opened.case_id);
    const replyTo = relay.arrived[0]!.mail.replyTo!.value[0]!.address!;
    const apart = await arrive({
      from: 'x@strange.test',
      Subject: `Re: [#${number}]`,
      References: opened.header_message_id,
    });
    expect(apart).toMatchObject({ outcome: 'opened', reason: 'unknown_sender' });
    expect(apart.case_id).not.toBe(opened.case_id);
    const links = await deps.db
      .selectFrom('baton.case_links')
      .selectAll()
      .where('case_id', '=', apart.case_id!)
      .execute();
    expect(links).toMatchObject([{ linked_id: opened.case_id, why: 'unknown_sender' }]);

    const joined = await arrive(
      { from: 'x@strange.test', Cc: 'y@strange.test', to: [replyTo] },
      { to: [replyTo] },
    );
    expect(joined).toMatchObject({ outcome: 'joined', case_id: opened.case_id });
    expect((await messagesOf(opened.case_id)).at(-1)).toMatchObject({
      author_kind: 'stranger',
      author_id: null,
    });
    relay.arrived.length = 0;
    await answer(opened.case_id);
    expect(relay.arrived.map(({ to }) => to)).toEqual([['owner@strange.test']]);
  });

  test('people in copy take part, and get replies but nothing automatic', async () => {
    const opened = await arrive({
      from: 'boss@copy.test',
      Cc: 'Anna <anna@copy.test>, support@acme.test',
    });
    expect(relay.arrived.map(({ to }) => to)).toEqual([['boss@copy.test']]);
    await answer(opened.case_id);
    expect(relay.arrived[1]!.to.toSorted()).toEqual(['anna@copy.test', 'boss@copy.test']);
    const { number } = await theCase(opened.case_id);
    const joined = await arrive({ from: 'anna@copy.test', Subject: `Re: x [#${number}]` });
    expect(joined).toMatchObject({ outcome: 'joined', reason: 'number' });
    expect((await messagesOf(opened.case_id)).at(-1)).toMatchObject({ author_kind: 'participant' });
  });
});

describe('machines', () => {
  test('our own mail that comes back is a loop and has no effect', async () => {
    await arrive({ from: 'loop@x.test' });
    const own = Buffer.from(relay.arrived[0]!.raw);
    relay.arrived.length = 0;
    for (let round = 0; round < 3; round++) {
      expect(await arrive(own)).toMatchObject({ outcome: 'loop', reason: 'own_message' });
    }
    expect(relay.arrived).toHaveLength(0);
  });

  test('an out-of-office answer joins and changes nothing; without a case it is set aside', async () => {
    const opened = await arrive({ from: 'away@x.test' });
    await runCommand(deps, head, (ctx) =>
      solveCase(ctx, { caseId: opened.case_id!, text: 'Done.', files: [] }),
    );
    await runMailWork(deps);
    const { mail } = relay.arrived.at(-1)!;
    expect(mail.text).toContain('Is your problem solved?');
    relay.arrived.length = 0;
    const away = {
      from: 'away@x.test',
      Subject: 'Automatic reply: My router',
      'Auto-Submitted': 'auto-replied',
    };
    expect(await arrive({ ...away, 'In-Reply-To': mail.messageId })).toMatchObject({
      outcome: 'joined',
      case_id: opened.case_id,
    });
    expect((await theCase(opened.case_id)).status).toBe('solved');
    expect(await arrive(away)).toMatchObject({ outcome: 'set_aside', reason: 'automatic_reply' });
    expect(relay.arrived).toHaveLength(0);
  });

  test('a machine’s notice opens a case without a receipt', async () => {
    const notice = await arrive({ from: 'alerts@x.test', 'Auto-Submitted': 'auto-generated' });
    expect(notice.outcome).toBe('opened');
    expect(relay.arrived.map(({ raw }) => raw)).toEqual([]);
  });

  test('a bounce is told to the case whose message it was', async () => {
    const opened = await arrive({ from: 'gone@x.test' });
    const messageId = await answer(opened.case_id);
    const sent = relay.arrived.at(-1)!;
    const bounce = Buffer.from(
      [
        'From: MAILER-DAEMON@relay.test',
        'Subject: Undelivered Mail Returned to Sender',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.test\r\n',
        'Final-Recipient: rfc822; gone@x.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n',
        `--b\r\nContent-Type: message/rfc822\r\n\r\n${sent.raw}\r\n--b--`,
      ].join('\r\n'),
    );
    expect(await arrive(bounce, { from: '' })).toMatchObject({
      outcome: 'bounce',
      reason: 'failed',
      case_id: opened.case_id,
    });
    const message = (await messagesOf(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'bounced',
      delivery_reason: '550 no such user',
    });
  });

  test('spam, forged and blocked senders are set aside without a receipt', async () => {
    expect(await arrive({ 'X-Spam-Flag': 'YES' })).toMatchObject({
      outcome: 'set_aside',
      reason: 'suspected_spam',
    });
    await deps.db
      .insertInto('baton.settings')
      .values({ key: 'mail.trusted_hosts', value: JSON.stringify(['mx.acme.test']) })
      .execute();
    const forged = { 'Authentication-Results': 'mx.acme.test; dmarc=fail' };
    expect(await arrive(forged)).toMatchObject({
      outcome: 'set_aside',
      reason: 'authentication_failed',
    });
    await deps.db
      .insertInto('baton.blocked_senders')
      .values({ sender: '@evil.test', created_at: new Date() })
      .execute();
    expect(await arrive({ from: 'a@evil.test' })).toMatchObject({
      outcome: 'set_aside',
      reason: 'blocked_sender',
    });
    expect(relay.arrived).toHaveLength(0);
  });

  test('nobody gets more than five automatic mails an hour', async () => {
    for (let i = 0; i < 7; i++)
      await arrive({ from: 'often@x.test', text: `Number ${i}: it does not work.` });
    expect(relay.arrived).toHaveLength(5);
    const states = await deps.db
      .selectFrom('baton.outbound')
      .select(['state', 'reason'])
      .where(sql<boolean>`'often@x.test' = any(recipients)`)
      .orderBy('created_at')
      .execute();
    expect(states.slice(5)).toEqual(
      [1, 2].map(() => ({ state: 'suppressed', reason: 'over_budget' })),
    );
  });

  test('nothing automatic answers what is older than 48 hours', async () => {
    const old = new Date(Date.now() - 3 * dayMs).toUTCString();
    expect((await arrive({ from: 'old@x.test', Date: old })).outcome).toBe('opened');
    expect(relay.arrived).toHaveLength(0);
  });
});

test('passed up: the customer is told who holds the case now, once', async () => {
  const opened = await arrive({ from: 'up@x.test' });
  relay.arrived.length = 0;
  await runCommand(deps, head, (ctx) =>
    passUp(ctx, {
      caseId: opened.case_id!,
      reason: 'customer_asks_for_it',
      summary: 'Wants more.',
    }),
  );
  const work = await deps.db
    .selectFrom('baton.work')
    .selectAll()
    .where('task', '=', 'mail.moved')
    .execute();
  await runMailWork(deps);
  await deps.db
    .insertInto('baton.work')
    .values(work.map(({ task, payload }) => ({ task, payload: JSON.stringify(payload) })))
    .execute();
  await runMailWork(deps);
  expect(relay.arrived.map(({ mail }) => mail.text)).toEqual([
    expect.stringContaining('can decide more'),
  ]);
});

describe('sending', () => {
  test('what a relay cannot take now is tried again after 1, 5 and 15 minutes, under one Message-ID', async () => {
    const opened = await arrive({ from: 'later@x.test' });
    relay.arrived.length = 0;
    relay.refuseMessage = () => [451, 'try later'];
    const messageId = await answer(opened.case_id);
    const row = () =>
      deps.db
        .selectFrom('baton.outbound')
        .selectAll()
        .where('message_id', '=', messageId)
        .executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({
      state: 'queued',
      attempts: 1,
      reason: expect.stringContaining('try later'),
    });
    await runMailWork(deps);
    expect((await row()).attempts).toBe(1);
    deps.clock.travel(61_000);
    await runMailWork(deps);
    expect((await row()).attempts).toBe(2);
    relay.refuseMessage = () => null;
    deps.clock.travel(5 * minuteMs + 1000);
    await runMailWork(deps);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 3 });
    expect(relay.arrived.map(({ mail }) => mail.messageId)).toEqual([(await row()).mime_id]);
  });

  test('after three days it is given up, and the case is told', async () => {
    const opened = await arrive({ from: 'never@x.test' });
    relay.refuseMessage = () => [451, 'try later'];
    const messageId = await answer(opened.case_id);
    for (let hour = 0; hour <= 73; hour++) {
      deps.clock.travel(hourMs + minuteMs);
      await runMailWork(deps);
    }
    const message = (await messagesOf(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('try later'),
    });
  }, 60_000);

  test('what a relay refuses for good is refused at once, in its words', async () => {
    const opened = await arrive({ from: 'unknown@x.test' });
    relay.refuseRecipient = () => [550, 'no such user here'];
    const messageId = await answer(opened.case_id);
    const message = (await messagesOf(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'refused',
      delivery_reason: expect.stringContaining('no such user here'),
    });
  });

  test('without a relay mail is held', async () => {
    const without = { ...deps, settings: { ...deps.settings, smtpUrl: undefined } };
    const id = await hand(rawOf({ from: 'held@x.test' }));
    await runMailWork(without);
    await runMailWork(deps);
    expect(relay.arrived).toHaveLength(0);
    const { case_id } = await inbound(id);
    expect((await messagesOf(case_id)).at(-1)).toMatchObject({
      delivery_state: 'held',
      delivery_reason: 'no_relay',
    });
  });
});

test('whatever arrives gets its outcome', async () => {
  const ugly = [...Object.entries(charsets), ...Object.entries(broken)];
  for (const [name, [raw]] of ugly) {
    const row = await arrive(raw, { from: `ugly-${name.replace(/\W/g, '')}@x.test` });
    expect([name, row.outcome]).not.toContain('processing');
  }
}, 60_000);

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(deps.db)).toEqual([]);
});
