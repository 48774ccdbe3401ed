import type { CaseEventShape, Message } from '@baton/contract';
import { expect, it } from 'vitest';
import { thread } from './thread.ts';

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
