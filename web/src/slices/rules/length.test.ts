import { expect, it } from 'vitest';
import { asDuration, lengthOf } from './length.ts';

it.each([
  ['PT90M', { count: 90, unit: 'minutes' }],
  ['PT2H', { count: 2, unit: 'hours' }],
  ['PT48H', { count: 2, unit: 'days' }],
  ['P1DT12H', { count: 36, unit: 'hours' }],
  ['PT0S', { count: 0, unit: 'hours' }],
] as const)('%s', (duration, length) => {
  expect(lengthOf(duration)).toEqual(length);
  expect(lengthOf(asDuration(length))).toEqual(length);
});
