import { expect, test } from 'vitest';
import { imapEnvelope } from './imap-envelope.ts';

function header(line: string) {
  const [name = '', ...value] = line.split(': ');
  return { name: name.toLowerCase(), value: value.join(': ') };
}

test.each([
  [
    'Postfix',
    ['Return-Path: <Maria@x.test>', 'X-Original-To: Support+c1@acme.test', 'Received: by mx'],
    { from: 'maria@x.test', recipients: ['support+c1@acme.test'] },
  ],
  [
    'Gmail',
    ['Delivered-To: help@acme.test', 'Received: by 10.0', 'Return-Path: <m@x.test>', 'Received: a'],
    { from: 'm@x.test', recipients: ['help@acme.test'] },
  ],
  [
    'Exim, with several',
    ['Return-path: <m@x.test>', 'Envelope-to: a@acme.test, b@acme.test', 'Received: from x'],
    { from: 'm@x.test', recipients: ['a@acme.test', 'b@acme.test'] },
  ],
  [
    'one that delivers to a name of its own',
    ['Delivered-To: support', 'Received: from x'],
    { from: '', recipients: ['support@acme.test'] },
  ],
  [
    'what others wrote, further below',
    ['Received: from x', 'Delivered-To: victim@x.test', 'Return-Path: <>'],
    { from: '', recipients: ['support@acme.test'] },
  ],
  [
    'no Received at all',
    ['Delivered-To: victim@x.test'],
    { from: '', recipients: ['support@acme.test'] },
  ],
  ['nothing', [], { from: '', recipients: ['support@acme.test'] }],
])('the envelope of a message from a mailbox: %s', (_what, lines, expected) => {
  const head = { headers: lines.map(header), from: null };
  expect(imapEnvelope(head, 'Support@acme.test')).toEqual(expected);
});

test('without a return path it is from whoever wrote it, and no null return path', () => {
  const from = { address: 'Maria@x.test', name: null };
  const path = (...lines: string[]) =>
    imapEnvelope({ headers: lines.map(header), from }, 'support@acme.test').from;
  expect(path('Received: by mx')).toBe('maria@x.test');
  expect(path('Return-Path: <>', 'Received: by mx')).toBe('');
  expect(path('Return-Path: <list@x.test>', 'Received: by mx')).toBe('list@x.test');
});
