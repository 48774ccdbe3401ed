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
  expect(imapEnvelope(lines.map(header), 'Support@acme.test')).toEqual(expected);
});
