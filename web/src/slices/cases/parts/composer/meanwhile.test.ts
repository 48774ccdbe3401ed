import type { Case, Message } from '@baton/contract';
import { expect, it } from 'vitest';
import { isSame, meanwhile, seenOf } from './meanwhile.ts';

const message = (seq: number, kind: string, automatic = false, id = 'other') =>
  ({ seq, author: { kind, id }, automatic }) as Message;

it('is what people wrote after what was seen', () => {
  const messages = [
    message(3, 'customer'),
    message(5, 'customer'),
    message(6, 'baton'),
    message(7, 'customer', true),
    message(8, 'agent'),
    message(9, 'agent', false, 'me'),
  ];
  expect(meanwhile(4, messages, 'me').map(({ seq }) => seq)).toEqual([5, 8]);
});

it('is seen where it is on the screen before its case', () => {
  const shown = { version: 3 } as Case;
  expect(seenOf(shown, [])).toBe(3);
  expect(seenOf(shown, [message(2, 'customer'), message(5, 'customer')])).toBe(5);
});

it('knows a case that has moved', () => {
  const open = { status: 'open', owner: { id: 'a' }, level: 1 } as Case;
  expect(isSame(open, { ...open, version: 9 })).toBe(true);
  expect(isSame(open, { ...open, status: 'solved' })).toBe(false);
  expect(isSame(open, { ...open, owner: { id: 'b', name: 'B' } })).toBe(false);
  expect(isSame(open, { ...open, level: 2 })).toBe(false);
});
