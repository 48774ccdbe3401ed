import type { CaseEventShape, Message } from '@baton/contract';
import { expect, it } from 'vitest';
import { firstUnread, thread } from './thread.ts';

const message = (seq: number) => ({ seq }) as Message;
const event = (seq: number, kind: string) => ({ seq, kind }) as CaseEventShape;

it('puts messages and events in order, the message before what followed', () => {
  const entries = thread(
    [message(1), message(5), message(4)],
    [
      event(1, 'opened'),
      event(2, 'customer_told'),
      event(3, 'warned'),
      event(4, 'replied'),
      event(5, 'solved'),
    ],
  );
  expect(entries.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
    '1 message',
    '1 event',
    '4 message',
    '5 message',
    '5 event',
  ]);
});

const said = (seq: number, direction: Message['direction'], kind: string, automatic = false) =>
  ({ seq, direction, automatic, author: { kind } }) as Message;
const letter = said(1, 'in', 'customer');
const receipt = said(2, 'out', 'baton');

it.each([
  ['a new letter', [letter, receipt], 1],
  ['two, the first of them', [letter, receipt, said(3, 'in', 'customer')], 1],
  ['what came after our reply', [letter, said(3, 'out', 'agent'), said(4, 'in', 'participant')], 4],
  ['nothing where it is answered', [letter, said(3, 'out', 'agent')], null],
  ['nothing where a colleague wrote a note', [letter, said(3, 'internal', 'agent')], null],
  ['no answering machine', [said(3, 'out', 'agent'), said(4, 'in', 'customer', true)], null],
])('begins to read at %s', (_, messages, seq) => {
  expect(firstUnread(messages)).toBe(seq);
});
