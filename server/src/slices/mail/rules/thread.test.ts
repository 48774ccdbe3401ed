import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSecrets } from '../../../platform/secret.ts';
import { isAddress, isUnattended, splitDetail } from './address.ts';
import { fingerprintOf } from './fingerprint.ts';
import { messageIdOf, messageIdsIn, referencesFor } from './message-id.ts';
import {
  isForwarded,
  numberInSubject,
  sameSubject,
  subjectOfReply,
  withoutMarks,
} from './subject.ts';
import { letterOf } from './testing.ts';
import { numberOfToken, replyAddress, threadToken, type ThreadKeys } from './thread-token.ts';

function keysOf(...secrets: string[]): ThreadKeys {
  const made = makeSecrets(secrets);
  return { sign: (text) => made.sign('thread', text), all: (text) => made.signAll('thread', text) };
}

test('a token says which case it belongs to, also in lower or upper case', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.string({ minLength: 8 }),
      (number, secret) => {
        const keys = keysOf(secret);
        const token = threadToken(number, keys);
        expect(token).toMatch(/^c\d+-[a-z2-7]{12}$/);
        expect(numberOfToken(`support+${token}@x.test`, keys)).toBe(number);
        expect(numberOfToken(`<${token.toUpperCase()}.1@x>`, keys)).toBe(number);
      },
    ),
  );
});

test('a forged token is nothing', () => {
  const keys = keysOf('one');
  const token = threadToken(1001, keys);
  expect(numberOfToken(token.replace('1001', '1002'), keys)).toBeNull();
  expect(numberOfToken(token, keysOf('another'))).toBeNull();
  expect(numberOfToken('c1001-aaaaaaaaaaaa', keys)).toBeNull();
});

test('tokens outlive the rotation of the secret', () => {
  const old = threadToken(1001, keysOf('old'));
  expect(numberOfToken(old, keysOf('new', 'old'))).toBe(1001);
});

test('the reply address carries the token, unless its local part would be too long', () => {
  expect(replyAddress('support@x.test', 'c1-abc')).toBe('support+c1-abc@x.test');
  expect(replyAddress(`${'s'.repeat(60)}@x.test`, 'c1-abc')).toBeNull();
  expect(splitDetail('Support+c1-abc@X.test')).toEqual({
    base: 'support@x.test',
    detail: 'c1-abc',
  });
  expect(splitDetail('support@x.test')).toEqual({ base: 'support@x.test', detail: null });
});

test.each([
  ['Re: Router', 'Router'],
  ['RE: AW: Fwd: Router', 'Router'],
  ['SV: Router', 'Router'],
  ['Vá: Router', 'Router'],
  ['Ответ: Router', 'Router'],
  ['回复：Router', 'Router'],
  ['Re[2]: Router [#1001]', 'Router'],
  ['Răsp: Router', 'Router'],
  ['转发: Router', 'Router'],
  ['Regarding: Router', 'Regarding: Router'],
])('marks before a subject are taken off: %s', (subject, bare) => {
  expect(withoutMarks(subject)).toBe(bare);
  expect(sameSubject(subject, bare.toUpperCase())).toBe(true);
});

test('the number in a subject is found, and written only once', () => {
  expect(numberInSubject('Re: Router [#1001]')).toBe(1001);
  expect(numberInSubject('Order #1001')).toBeNull();
  expect(subjectOfReply('Re: Router [#1001]', 1001)).toBe('Re: Router [#1001]');
  expect(subjectOfReply('', 1001)).toBe('[#1001]');
  expect(isForwarded('Fwd: Router')).toBe(true);
  expect(isForwarded('Re: Fwd: Router')).toBe(false);
});

test.each([
  'Re: X [#1001]',
  '[#1001] Re: X',
  'Re: [#1001] Re: X',
  'Re: RE: AW: X [#1001]',
  'Re:X',
  'X',
  'Fwd: Re: X [#1001] [#1001]',
])(
  'our subject has one mark and one number, however often it goes there and back: %s',
  (subject) => {
    expect(subjectOfReply(subject, 1001)).toBe('Re: X [#1001]');
  },
);

test('a subject of ours stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (subject) => {
      const once = subjectOfReply(subject, 1001);
      expect(subjectOfReply(once, 1001)).toBe(once);
    }),
  );
});

test('Message-IDs are read from whatever stands in the header', () => {
  expect(messageIdsIn('<a@x> <b@x>\t<a@x> junk')).toEqual(['<a@x>', '<b@x>']);
  expect(messageIdOf('a@x')).toBe('<a@x>');
  expect(messageIdOf('no id at all')).toBeNull();
  expect(referencesFor(['<a@x>', '<b@x>'], '<a@x>')).toEqual(['<b@x>', '<a@x>']);
  expect(
    referencesFor(
      Array.from({ length: 99 }, (_, i) => `<${i}@x>`),
      null,
    ),
  ).toHaveLength(30);
});

test('a Message-ID that is too long to be looked up is as good as none', () => {
  const long = `<${'件'.repeat(898)}>`;
  expect(messageIdOf(long)).toBeNull();
  expect(messageIdOf(long.slice(1, -1))).toBeNull();
  expect(messageIdsIn(`${long} <a@x>`)).toEqual(['<a@x>']);
});

test('of Message-IDs we pass on only what a header may hold', () => {
  expect(referencesFor(['<件@x>', '<a@x>', '<a\u0001@x>'], '<b件@x>')).toEqual(['<a@x>']);
});

test('once: by Message-ID and sender, else by what it says', () => {
  const one = letterOf();
  expect(fingerprintOf(one, 'a@x.test')).toBe(fingerprintOf({ ...one, text: 'other' }, 'A@x.test'));
  expect(fingerprintOf(one, 'a@x.test')).not.toBe(fingerprintOf(one, 'b@x.test'));
  const bare = letterOf({ messageId: null });
  expect(fingerprintOf(bare, 'a')).toBe(fingerprintOf({ ...bare, text: `${bare.text}  \n` }, 'a'));
  expect(fingerprintOf(bare, 'a')).not.toBe(fingerprintOf({ ...bare, text: 'other' }, 'a'));
});

test('addresses nobody reads are known', () => {
  expect(
    ['noreply@x', 'no-reply@x', 'do-not-reply@x', 'MAILER-DAEMON@x', 'noreply+1@x'].every(
      isUnattended,
    ),
  ).toBe(true);
  expect(['noreen@x', 'reply@x', 'support@x'].some(isUnattended)).toBe(false);
  expect(isAddress('a@x.test')).toBe(true);
  expect(['a', 'a@', '@x', 'a b@x', 'a@x\r\nBcc: b@y', '<a@x>'].some(isAddress)).toBe(false);
});
