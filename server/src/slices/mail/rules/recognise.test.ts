import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authenticationOf } from './authentication.ts';
import { writerOf } from './automatic.ts';
import { bounceOf } from './bounce.ts';
import { loopOf } from './loop.ts';
import { correspondent } from './ours.ts';
import { isBlocked, isSuspectedSpam } from './spam.ts';
import { envelope, letterOf, nullPath, ours } from './testing.ts';

describe('what wrote a message', () => {
  const answering = { inReplyTo: ['<a@acme.test>'] };
  test.each([
    ['an ordinary mail', letterOf(), envelope, 'person'],
    ['Auto-Submitted: no', letterOf({}, { 'auto-submitted': 'no' }), envelope, 'person'],
    [
      'RFC 3834 auto-replied',
      letterOf({}, { 'auto-submitted': 'auto-replied (vacation)' }),
      envelope,
      'auto_replied',
    ],
    [
      'RFC 3834 auto-generated',
      letterOf({}, { 'auto-submitted': 'Auto-Generated; x=y' }),
      envelope,
      'auto_generated',
    ],
    [
      'a keyword still unknown',
      letterOf({}, { 'auto-submitted': 'auto-notified' }),
      envelope,
      'auto_generated',
    ],
    ['X-Autoreply', letterOf({}, { 'x-autoreply': 'yes' }), envelope, 'auto_replied'],
    ['X-Autorespond', letterOf({}, { 'x-autorespond': 'Away' }), envelope, 'auto_replied'],
    [
      'Precedence: auto_reply',
      letterOf({}, { precedence: 'auto_reply' }),
      envelope,
      'auto_replied',
    ],
    ['Precedence: bulk', letterOf({}, { precedence: 'bulk' }), envelope, 'auto_generated'],
    [
      'an old vacation program',
      letterOf(answering, { precedence: 'bulk' }),
      envelope,
      'auto_replied',
    ],
    [
      'Exchange suppresses all',
      letterOf({}, { 'x-auto-response-suppress': 'All' }),
      envelope,
      'auto_generated',
    ],
    [
      'Exchange on a person’s mail',
      letterOf({}, { 'x-auto-response-suppress': 'DR, RN, NRN, OOF' }),
      envelope,
      'person',
    ],
    ['null return path', letterOf(), nullPath, 'auto_generated'],
    ['null return path, answering', letterOf(answering), nullPath, 'auto_replied'],
    [
      'a subject of Outlook',
      letterOf({ subject: 'Automatic reply: My router' }),
      envelope,
      'auto_replied',
    ],
    [
      'a Hungarian one',
      letterOf({ subject: 'Automatikus válasz: Router' }),
      nullPath,
      'auto_replied',
    ],
    ['a Chinese one', letterOf({ subject: '自动回复: 路由器' }), envelope, 'auto_replied'],
    [
      'a person about such a subject',
      letterOf({ subject: 'Re: Automatic reply: My router' }),
      envelope,
      'person',
    ],
    [
      'a read receipt',
      letterOf({ reportType: 'disposition-notification' }),
      envelope,
      'auto_replied',
    ],
    [
      'a newsletter',
      letterOf({}, { 'list-unsubscribe': '<https://x.test>' }),
      envelope,
      'auto_generated',
    ],
    [
      'a noreply sender',
      letterOf({ from: { address: 'no-reply@shop.test', name: null } }),
      envelope,
      'auto_generated',
    ],
    [
      'a form on a web page',
      letterOf({
        from: { address: 'noreply@shop.test', name: null },
        replyTo: [{ address: 'maria@customer.test', name: null }],
      }),
      envelope,
      'person',
    ],
    [
      'a group that carries our address',
      letterOf(
        {},
        {
          'list-id': 'Support <support.acme.test>',
          precedence: 'list',
          'list-unsubscribe': '<mailto:x@y.test>',
        },
      ),
      envelope,
      'person',
    ],
    [
      'a Google group of ours',
      letterOf(
        {},
        { 'mailing-list': 'list support@acme.test; contact x@acme.test', precedence: 'list' },
      ),
      envelope,
      'person',
    ],
    [
      'a list of others',
      letterOf({}, { 'list-id': '<users.other.test>', precedence: 'list' }),
      envelope,
      'auto_generated',
    ],
  ] as const)('%s', (_what, letter, handedOver, writer) => {
    expect(writerOf(letter, handedOver, ours)).toBe(writer);
  });
});

describe('bounces', () => {
  const report = {
    action: 'failed',
    status: '5.1.1',
    recipient: 'maria@customer.test',
    diagnostic: 'no such user',
  } as const;
  const daemon = { address: 'MAILER-DAEMON@relay.test', name: null };
  test.each([
    [
      'a status notification',
      letterOf({ report, reportType: 'delivery-status' }),
      nullPath,
      'failed',
    ],
    ['a delay', letterOf({ report: { ...report, action: 'delayed' } }), nullPath, 'delayed'],
    [
      'a delay without action',
      letterOf({ report: { ...report, action: null, status: '4.4.1' } }),
      nullPath,
      'delayed',
    ],
    ['delivered', letterOf({ report: { ...report, action: 'delivered' } }), nullPath, 'delivered'],
    [
      'a report that cannot be read',
      letterOf({ reportType: 'delivery-status' }),
      nullPath,
      'failed',
    ],
    ['qmail', letterOf({ from: daemon, subject: 'failure notice' }), nullPath, 'failed'],
    [
      'Exim',
      letterOf(
        { from: daemon, subject: 'Warning: message delayed' },
        { 'x-failed-recipients': 'a@b.test' },
      ),
      nullPath,
      'delayed',
    ],
    ['an out-of-office answer with a null path', letterOf(), nullPath, null],
    [
      'a customer about undelivered parcels',
      letterOf({ subject: 'Delivery failure of my parcel' }),
      envelope,
      null,
    ],
    ['an ordinary mail', letterOf(), envelope, null],
  ] as const)('%s', (_what, letter, handedOver, fate) => {
    expect(bounceOf(letter, handedOver)?.fate ?? null).toBe(fate);
  });
});

test('a mail of ours that comes back is a loop', () => {
  expect(loopOf(letterOf({}, { 'x-baton-loop': 'here' }), ours, 'here')).toBe('own_message');
  expect(loopOf(letterOf({}, { 'x-baton-loop': 'elsewhere' }), ours, 'here')).toBeNull();
  const self = { from: { address: 'Support+c1-x@ACME.test', name: null } };
  expect(loopOf(letterOf(self), ours, 'here')).toBe('own_address');
  const group = letterOf(
    { from: { address: 'support@acme.test', name: 'Maria via Support' } },
    { 'list-id': '<support.acme.test>', 'x-original-from': 'Maria <maria@customer.test>' },
  );
  expect(loopOf(group, ours, 'here')).toBeNull();
  expect(correspondent(group, envelope, ours)).toEqual({
    address: 'maria@customer.test',
    name: 'Maria',
  });
});

describe('authentication of the sender, by RFC 8601', () => {
  test.each([
    ['dmarc=fail', 'mx.acme.test; dmarc=fail (p=reject) header.from=x.test; spf=pass', 'failed'],
    [
      'spf and dkim fail',
      'mx.acme.test 1; spf=fail smtp.mailfrom=x; dkim=fail header.d=x',
      'failed',
    ],
    ['spf alone fails', 'mx.acme.test; spf=fail; dkim=pass', 'passed'],
    ['dmarc=pass', 'MX.acme.test; dmarc=pass; spf=fail; dkim=fail', 'passed'],
    ['another host says so', 'evil.test; dmarc=fail', 'unknown'],
    ['a comment that lies', 'mx.acme.test (; dmarc=fail); none', 'unknown'],
    ['nothing', 'mx.acme.test; none', 'unknown'],
  ] as const)('%s', (_what, value, expected) => {
    const letter = letterOf({}, { 'authentication-results': value });
    expect(authenticationOf(letter, ['mx.acme.test'])).toBe(expected);
  });

  test('a forged "pass" below does not undo a failure', () => {
    const headers = ['dmarc=fail', 'dmarc=pass'].map((verdict) => ({
      name: 'authentication-results',
      value: `mx.acme.test; ${verdict}`,
    }));
    expect(authenticationOf(letterOf({ headers }), ['mx.acme.test'])).toBe('failed');
  });
});

test.each([
  ['x-spam-flag', 'YES', true],
  ['x-spam-status', 'Yes, score=9.1 required=5', true],
  ['x-spam-status', 'No, score=0.1', false],
  ['x-ms-exchange-organization-scl', '6', true],
  ['x-ms-exchange-organization-scl', '1', false],
  ['x-forefront-antispam-report', 'CIP:1.2.3.4;SFV:SPM;H:x', true],
  ['subject', 'spam', false],
])('a spam filter in front of us is believed: %s: %s', (name, value, expected) => {
  expect(isSuspectedSpam(letterOf({}, { [name]: value }))).toBe(expected);
});

test('senders are blocked by address and by domain', () => {
  const blocked = new Set(['bad@x.test', '@evil.test']);
  expect(isBlocked(['Bad@X.test'], blocked)).toBe(true);
  expect(isBlocked(['anyone@evil.test'], blocked)).toBe(true);
  expect(isBlocked(['good@x.test', 'a@notevil.test'], blocked)).toBe(false);
});

test('every message is recognised as something, whatever its headers say', () => {
  const names = fc.constantFrom(
    'auto-submitted',
    'precedence',
    'list-id',
    'authentication-results',
    'x-autoreply',
    'x-spam-flag',
    'x-baton-loop',
  );
  const headers = fc.dictionary(names, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(headers, fc.string({ unit: 'binary' }), fc.string(), (some, subject, from) => {
      const letter = letterOf({ subject }, some);
      const handedOver = { ...envelope, from };
      expect(['person', 'auto_replied', 'auto_generated']).toContain(
        writerOf(letter, handedOver, ours),
      );
      expect(['passed', 'failed', 'unknown']).toContain(authenticationOf(letter, ['x']));
      bounceOf(letter, handedOver);
      loopOf(letter, ours, 'here');
    }),
  );
});
