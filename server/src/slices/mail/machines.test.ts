import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { solveCase } from '../cases/commands/solve-case.ts';
import { checks } from './checks.ts';
import { PostOffice, runMailWork } from './testing.ts';

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

describe('machines', () => {
  test('our own mail that comes back is a loop and has no effect', async () => {
    await office.arrive({ from: 'loop@x.test' });
    const own = Buffer.from(office.relay.arrived[0]!.raw);
    office.relay.arrived.length = 0;
    for (let round = 0; round < 3; round++) {
      expect(await office.arrive(own)).toMatchObject({ outcome: 'loop', reason: 'own_message' });
    }
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('an out-of-office answer joins and changes nothing; without a case it is set aside', async () => {
    const opened = await office.arrive({ from: 'away@x.test' });
    await runCommand(office.deps, office.head, (ctx) =>
      solveCase(ctx, { caseId: opened.case_id!, text: 'Done.', files: [] }),
    );
    await runMailWork(office.deps);
    const { mail } = office.relay.arrived.at(-1)!;
    expect(mail.text).toContain('Is your problem solved?');
    office.relay.arrived.length = 0;
    const away = {
      from: 'away@x.test',
      Subject: 'Automatic reply: My router',
      'Auto-Submitted': 'auto-replied',
    };
    expect(await office.arrive({ ...away, 'In-Reply-To': mail.messageId })).toMatchObject({
      outcome: 'joined',
      case_id: opened.case_id,
    });
    expect((await office.case(opened.case_id)).status).toBe('solved');
    expect(await office.arrive(away)).toMatchObject({
      outcome: 'set_aside',
      reason: 'automatic_reply',
    });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('a machine’s notice opens a case without a receipt', async () => {
    const notice = await office.arrive({
      from: 'alerts@x.test',
      'Auto-Submitted': 'auto-generated',
    });
    expect(notice.outcome).toBe('opened');
    expect(office.relay.arrived.map(({ raw }) => raw)).toEqual([]);
  });

  test('a bounce is told to the case whose message it was', async () => {
    const opened = await office.arrive({ from: 'gone@x.test' });
    const messageId = await office.reply(opened.case_id);
    const sent = office.relay.arrived.at(-1)!;
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
    expect(await office.arrive(bounce, { from: '' })).toMatchObject({
      outcome: 'bounce',
      reason: 'failed',
      case_id: opened.case_id,
    });
    const message = (await office.messages(opened.case_id)).find(({ id }) => id === messageId);
    expect(message).toMatchObject({
      delivery_state: 'bounced',
      delivery_reason: '550 no such user',
    });
  });

  test('spam, forged and blocked senders are set aside without a receipt', async () => {
    expect(await office.arrive({ 'X-Spam-Flag': 'YES' })).toMatchObject({
      outcome: 'set_aside',
      reason: 'suspected_spam',
    });
    await office.deps.db
      .insertInto('baton.settings')
      .values({ key: 'mail.trusted_hosts', value: JSON.stringify(['mx.acme.test']) })
      .execute();
    const forged = { 'Authentication-Results': 'mx.acme.test; dmarc=fail' };
    expect(await office.arrive(forged)).toMatchObject({
      outcome: 'set_aside',
      reason: 'authentication_failed',
    });
    await office.deps.db
      .insertInto('baton.blocked_senders')
      .values({ sender: '@evil.test', created_at: new Date() })
      .execute();
    expect(await office.arrive({ from: 'a@evil.test' })).toMatchObject({
      outcome: 'set_aside',
      reason: 'blocked_sender',
    });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('nobody gets more than five automatic mails an hour', async () => {
    for (let i = 0; i < 7; i++)
      await office.arrive({ from: 'often@x.test', text: `Number ${i}: it does not work.` });
    expect(office.relay.arrived).toHaveLength(5);
    const states = await office.deps.db
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
    expect((await office.arrive({ from: 'old@x.test', Date: old })).outcome).toBe('opened');
    expect(office.relay.arrived).toHaveLength(0);
  });
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
