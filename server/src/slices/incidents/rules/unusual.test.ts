import { expect, test } from 'vitest';
import { isUnusual, usualOf } from './unusual.ts';

test.each([
  ['three times the usual day', 30, [10, 10, 12, 8, 9], true],
  ['a little more than usual', 25, [10, 12, 12, 11, 9], false],
  ['three times of very little', 9, [3, 3, 3, 3, 3], false],
  ['much, of somebody who always has much', 90, [60, 70, 65, 80, 75], false],
  ['a newcomer on a long first day', 60, [], false],
  ['a newcomer who takes all of it', 100, [], true],
  ['a newcomer with a busy start', 100, [60, 70], false],
])('%s', (_what, today, days, unusual) => {
  expect(isUnusual(today, days)).toBe(unusual);
});

test('the usual day is the middle one, whatever a single day was like', () => {
  expect(usualOf([5, 500, 6, 7, 5])).toBe(6);
  expect(usualOf([])).toBe(0);
});
