import { expect, it } from 'vitest';
import { linesOf } from './lines-of.ts';

it.each([
  ['refund\ncharged twice', ['refund', 'charged twice']],
  ['refund, charged twice,, ', ['refund', 'charged twice']],
  ['退款，重复扣款', ['退款', '重复扣款']],
  ['  ', []],
])('%j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});
