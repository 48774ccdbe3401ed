import type { Call } from '@baton/contract';
import { expect, test } from 'vitest';
import { newerOf } from './newer-of.ts';

const mark = (kind: 'reached' | 'held') => ({
  ...{ kind, at: '2026-03-04T10:24:00.000Z', pressedAt: '2026-03-04T10:24:00.000Z' },
});
const call = (part: Partial<Call> = {}): Call => ({
  ...{ id: 'a', case: null, agent: { id: 'x', name: 'Lea' }, direction: 'in', number: null },
  ...{ withCustomer: true, marks: [mark('reached')], beganAt: mark('reached').at, endedAt: null },
  ...{ reachedAt: null, wait: 'PT0S', held: 'PT0S', spoken: 'PT1M', people: [], agreed: '' },
  ...{ note: '', done: false, message: null, corrections: [] },
  ...part,
});
const held = [mark('reached'), mark('held')];

test.each([
  ['no call is shown', null, call(), null],
  ['nothing is known yet', undefined, call(), null],
  ['another call is shown', call({ id: 'b' }), call(), call({ id: 'b' })],
  ['the answer says that it is over', call(), call({ done: true }), null],
  ['the answer is newer', call(), call({ marks: held }), call({ marks: held })],
  [
    'something was pressed meanwhile',
    call({ marks: held }),
    call({ agreed: 'Friday' }),
    call({ marks: held, agreed: 'Friday' }),
  ],
])('when %s', (_, shown, answer, after) => {
  expect(newerOf(shown, answer)).toEqual(after);
});
