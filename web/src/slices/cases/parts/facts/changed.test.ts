import type { FactValue } from '@baton/contract';
import { expect, it } from 'vitest';
import { withAnswer, withoutKept } from './changed.ts';

type Value = FactValue | null;

it.each<[Value, Value, boolean]>([
  [null, 'A-4711', true],
  ['A-4711', null, true],
  ['A-4711', 'A-4711', false],
  [null, null, false],
  [false, null, true],
  [0, null, true],
  [3, 3, false],
  [['red', 'blue'], ['blue', 'red'], false],
  [['red', 'blue'], ['red'], true],
  [['red'], ['blue'], true],
  [['red'], null, true],
])('%j answered as %j: something is left to keep: %j', (kept, next, isLeft) => {
  const others = { other: 'x' };
  const after = withAnswer({ ...others, question: 'before' }, 'question', kept, next);
  expect(after).toEqual(isLeft ? { ...others, question: next } : others);
});

it('leaves what was answered while the answer before was on its way', () => {
  const kept = [
    { question: 'number', value: 'A-4711' },
    { question: 'colours', value: ['red', 'blue'] },
    { question: 'gone', value: null },
  ];
  const now = { number: 'A-4712', colours: ['blue', 'red'], gone: null, other: 3 };
  expect(withoutKept(now, kept)).toEqual({ number: 'A-4712', other: 3 });
});
