import { expect, test } from 'vitest';
import { decideAbove } from './pyramid.ts';

const second = { id: 'second', level: 2 };
const other = { id: 'other', level: 2 };
const third = { id: 'third', level: 3 };

test.each([
  ['the only team of the next level', 1, undefined, [second], second],
  ['none at the top', 3, undefined, [], null],
  ['none asked for at the top', 3, null, [], null],
  ['the one that was named', 1, other, [second, other], other],
])('above is %s', (_what, level, wanted, next, above) => {
  expect(decideAbove(level, 3, wanted, next)).toEqual({ above });
});

test.each([
  ['several to choose from', 1, undefined, [second, other]],
  ['none to choose from', 1, undefined, []],
  ['none asked for below the top', 2, null, [third]],
  ['one that stands two levels higher', 1, third, [second]],
  ['one that stands beside it', 2, second, [third]],
  ['one that stands below it', 3, second, []],
  ['anything above the top', 3, third, []],
])('wrong: %s', (_what, level, wanted, next) => {
  expect(decideAbove(level, 3, wanted, next)).toEqual({ wrong: expect.any(String) });
});
