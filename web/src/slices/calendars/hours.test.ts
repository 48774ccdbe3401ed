import { expect, it } from 'vitest';
import { wholeDays } from './hours.ts';

it.each([
  ['336', 14],
  ['48', 2],
  ['47', null],
  ['24', null],
  ['60', null],
  ['', null],
  ['-96', null],
])('%s hours are %s days', (hours, days) => {
  expect(wholeDays(hours)).toBe(days);
});
