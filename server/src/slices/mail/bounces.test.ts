import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../platform/db.ts';
import { passUp } from '../cases/commands/pass-up.ts';
import { checks } from './checks.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());

/** A customer whose answer left us; gives the case, and the mail as the relay took it. */
async function answered(address: string) {
  const { case_id: caseId } = await office.arrive({ from: address });
  const messageId = await office.reply(caseId);
  const raw = office.relay.arrived.at(-1)!.raw;
  const { mime_id: mimeId, reply_to: replyTo } = await office.outbound(messageId);
  return { caseId: caseId!, messageId, raw, mimeId, replyTo: replyTo! };
}

async function markOf(address: string) {
  const rows = office.deps.db.selectFrom('baton.address_marks').selectAll();
  return (await rows.where('address', '=', address).executeTakeFirst()) ?? null;
}

async function fateOf(messageId: string) {
  const rows = office.deps.db.selectFrom('baton.messages').select('delivery_state');
  return (await rows.where('id', '=', messageId).executeTakeFirstOrThrow()).delivery_state;
}

const mail = (head: string[], body: string) =>
  Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`);

type Sent = { raw: string; mimeId: string; replyTo: string };
/** How servers return mail that they cannot deliver, beside RFC 3464; the address, and our mail. */
const returned: [
  string,
  string,
  (address: string, sent: Sent) => [Buffer, from?: string],
  string,
][] = [
  [
    'Postfix without a report',
    'postfix@x.test',
    (to, { raw }) => [
      mail(
        ['From: MAILER-DAEMON@mx.x.test', 'Subject: Undelivered Mail Returned to Sender'],
        `I'm sorry to have to inform you that your message could not be delivered.\r\n\r\n<${to}>: host mx.x.test said: 550 5.1.1 User unknown in virtual mailbox table\r\n\r\n${raw.split('\r\n\r\n')[0]}`,
      ),
    ],
    'hard',
  ],
  [
    'qmail',
    'qmail@x.test',
    (to, { raw }) => [
      mail(
        ['From: MAILER-DAEMON@mx.x.test', 'Subject: failure notice'],
        `Hi. This is the qmail-send program at mx.x.test.\r\nI'm afraid I wasn't able to deliver your message to the following addresses.\r\n\r\n<${to}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n${raw}`,
      ),
    ],
    'hard',
  ],
  [
    'Exim, which names the address in a header',
    'exim@x.test',
    (to) => [
      mail(
        [
          'From: Mail Delivery System <Mailer-Daemon@mx.x.test>',
          `X-Failed-Recipients: ${to}`,
          'Subject: Mail delivery failed: returning message to sender',
        ],
        `A message that you sent could not be delivered to one or more of its recipients.\r\n\r\n  ${to}\r\n    mailbox is full: retry timeout exceeded`,
      ),
    ],
    'soft',
  ],
  [
    'Exchange, with an answer to our Message-ID only',
    'exchange@x.test',
    (to, { mimeId }) => [
      mail(
        [
          'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.test>',
          'Subject: =?utf-8?B?S8OpemJlc8OtdGhldGV0bGVuOiBSZTogTXkgcm91dGVy?=',
          `In-Reply-To: ${mimeId}`,
        ],
        `Az üzenet kézbesítése nem sikerült a következőnek: ${to}\r\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'`,
      ),
      'postmaster@x.test',
    ],
    'hard',
  ],
  [
    'Gmail, with a report',
    'gmail@x.test',
    (to, { mimeId }) => [
      mail(
        [
          'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
          'Subject: Delivery Status Notification (Failure)',
          `X-Failed-Recipients: ${to}`,
          'Content-Type: multipart/report; boundary=b; report-type=delivery-status',
        ],
        [
          '--b\r\nContent-Type: text/plain\r\n\r\nAddress not found\r\n',
          `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; googlemail.com\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.\r\n`,
          `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${mimeId}\r\n--b--`,
        ].join('\r\n'),
      ),
    ],
    'hard',
  ],
  [
    'Yandex, in Russian',
    'yandex@x.test',
    (to, { mimeId }) => [
      mail(
        [
          'From: mailer-daemon@yandex.ru',
          'Content-Type: text/plain; charset=utf-8',
          'Subject: =?utf-8?B?0J3QtdC00L7RgdGC0LDQstC70LXQvdC90L7QtSDRgdC+0L7QsdGJ0LXQvdC40LU=?=',
        ],
        `Это письмо отправлено почтовым сервером yandex.ru.\r\n<${to}>: нет такого пользователя\r\nMessage-Id: ${mimeId}`,
      ),
    ],
    'hard',
  ],
  [
    'QQ, in Chinese, by our token alone',
    'qq@x.test',
    (to, { replyTo }) => [
      mail(
        [
          'From: PostMaster@qq.com',
          'Content-Type: text/plain; charset=utf-8',
          'Subject: =?utf-8?B?57O757uf6YCA5L+hL1N5c3RlbXMgYm91bmNl?=',
        ],
        `抱歉，您的邮件被退回来了。收件人：${to}，收件人邮件地址不存在。\r\nReply-To: ${replyTo}`,
      ),
      'postmaster@qq.com',
    ],
    'hard',
  ],
  [
    'an address with letters beyond ASCII (RFC 6533)',
    'мария@x.test',
    (to, { mimeId }) => [
      mail(
        [
          'From: MAILER-DAEMON@mx.x.test',
          'Content-Type: multipart/report; boundary=b; report-type=delivery-status',
        ],
        [
          `--b\r\nContent-Type: message/global-delivery-status\r\nContent-Transfer-Encoding: 8bit\r\n\r\nReporting-MTA: dns; x.test\r\n\r\nFinal-Recipient: utf-8; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
          `--b\r\nContent-Type: message/global-headers\r\n\r\nMessage-ID: ${mimeId}\r\n--b--`,
        ].join('\r\n'),
      ),
    ],
    'hard',
  ],
];

describe('what comes back finds the message, marks the address and tells the owner', () => {
  test.each(returned)('%s', async (_, address, bounce, kind) => {
    const sent = await answered(address);
    const [raw, from = ''] = bounce(address, sent);
    expect(await office.arrive(raw, { from })).toMatchObject({
      outcome: 'bounce',
      reason: 'failed',
      case_id: sent.caseId,
    });
    expect(await fateOf(sent.messageId)).toBe('bounced');
    expect(await markOf(address)).toMatchObject({ bounce_kind: kind, complained_at: null });
    const told = await office.deps.db
      .selectFrom('baton.notices')
      .select('kind')
      .where('case_id', '=', sent.caseId)
      .where('kind', '=', 'delivery_failed')
      .execute();
    expect(told).toHaveLength(1);
  });
});

test('a delay marks nothing and changes no fate, but is kept', async () => {
  const { caseId, messageId, mimeId } = await answered('late@x.test');
  const warning = mail(
    ['From: Mailer-Daemon@mx.x.test', 'Subject: Warning: message 1abc delayed 24 hours'],
    `The following address has not yet been delivered to: late@x.test.\r\nNo action is required; it will be retried.\r\n${mimeId}`,
  );
  expect(await office.arrive(warning, { from: '' })).toMatchObject({
    outcome: 'bounce',
    reason: 'delayed',
    case_id: caseId,
  });
  expect(await fateOf(messageId)).toBe('sent');
  expect(await markOf('late@x.test')).toBeNull();
  const row = await office.outbound(messageId);
  expect(row.delayed_at).toBeInstanceOf(Date);
});

test('of several recipients only the one that failed is marked, and named', async () => {
  const opened = await office.arrive({ from: 'both@x.test', Cc: 'copy@x.test' });
  const messageId = await office.reply(opened.case_id);
  const mimeId = (await office.outbound(messageId)).mime_id;
  const report = mail(
    [
      'From: MAILER-DAEMON@mx.x.test',
      'Content-Type: multipart/report; boundary=b; report-type=delivery-status',
    ],
    [
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.test\r\n',
      'Final-Recipient: rfc822; both@x.test\r\nAction: delivered\r\nStatus: 2.0.0\r\n',
      'Final-Recipient: rfc822; copy@x.test\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 full\r\n',
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${mimeId}\r\n--b--`,
    ].join('\r\n'),
  );
  await office.arrive(report, { from: '' });
  expect(await markOf('both@x.test')).toBeNull();
  expect(await markOf('copy@x.test')).toMatchObject({ bounce_kind: 'soft' });
  expect((await office.outbound(messageId)).reason).toBe('copy@x.test: 552 full');
});

test('a person who writes from a marked address is answered again; a machine is not', async () => {
  const from = 'back@x.test';
  const { mimeId } = await answered(from);
  const bounce = mail(
    ['From: MAILER-DAEMON@mx.x.test', 'Subject: Undelivered Mail Returned to Sender'],
    `<${from}>: 550 5.1.1 User unknown\r\n${mimeId}`,
  );
  await office.arrive(bounce, { from: '' });
  office.relay.arrived.length = 0;
  await office.arrive({ from, 'Auto-Submitted': 'auto-generated', Subject: 'A notice' });
  expect(await markOf(from)).toMatchObject({ bounce_kind: 'hard' });
  await office.arrive({ from, Subject: 'Here I am again' });
  expect(await markOf(from)).toBeNull();
  expect(office.relay.arrived).toHaveLength(1);
});

test('nothing automatic goes to an address that does not exist, but an agent may write', async () => {
  const from = 'nowhere@x.test';
  const { caseId, mimeId } = await answered(from);
  const bounce = mail(
    ['From: MAILER-DAEMON@mx.x.test', 'Subject: Undelivered Mail Returned to Sender'],
    `<${from}>: 550 5.1.1 User unknown\r\n${mimeId}`,
  );
  await office.arrive(bounce, { from: '' });
  await runCommand(office.deps, office.head, (ctx) =>
    passUp(ctx, { caseId, reason: 'beyond_my_authority', summary: 'Not mine.' }),
  );
  await runMailWork(office.deps);
  const rows = office.deps.db.selectFrom('baton.outbound').select(['kind', 'state', 'reason']);
  expect(await rows.where('case_id', '=', caseId).where('kind', '=', 'moved').execute()).toEqual([
    { kind: 'moved', state: 'suppressed', reason: 'address_bounced' },
  ]);
  const again = await office.reply(caseId, 'Do you have another address?');
  expect(await fateOf(again)).toBe('sent');
});

describe('complaints (RFC 5965)', () => {
  const report = (body: string[]) =>
    mail(
      [
        'From: fbl@provider.test',
        'Subject: Abuse report',
        'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      ],
      body.join('\r\n'),
    );

  test('about our mail: the case knows, the owner is told, nothing automatic follows', async () => {
    const from = 'angry@x.test';
    const { caseId, messageId, mimeId } = await answered(from);
    const complaint = report([
      '--b\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n',
      '--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n',
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${mimeId}\r\nTo: redacted\r\n--b--`,
    ]);
    expect(await office.arrive(complaint, { from: 'fbl@provider.test' })).toMatchObject({
      outcome: 'bounce',
      reason: 'complained',
      case_id: caseId,
    });
    expect(await fateOf(messageId)).toBe('sent');
    expect((await markOf(from))?.complained_at).toBeInstanceOf(Date);
    const told = await office.deps.db
      .selectFrom('baton.notices')
      .select('kind')
      .where('kind', '=', 'mail_complained')
      .execute();
    expect(told).toHaveLength(1);
    office.relay.arrived.length = 0;
    await office.arrive({ from, Subject: 'Another matter' });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('about somebody else’s mail is a request like any other', async () => {
    const other = report([
      '--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: fraud\r\nVersion: 1\r\n',
      '--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <not@ours.test>\r\n--b--',
    ]);
    expect(await office.arrive(other, { from: 'fbl@provider.test' })).toMatchObject({
      outcome: 'opened',
    });
  });
});

test('a bounce of what we never sent changes nothing', async () => {
  const foreign = mail(
    ['From: MAILER-DAEMON@mx.x.test', 'Subject: Undelivered Mail Returned to Sender'],
    '<victim@x.test>: 550 5.1.1 User unknown\r\n<foreign@elsewhere.test>',
  );
  expect(await office.arrive(foreign, { from: '' })).toMatchObject({
    outcome: 'bounce',
    case_id: null,
  });
  expect(await markOf('victim@x.test')).toBeNull();
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
