import { expect, test } from 'vitest';
import { waitMs } from './waiting.ts';

test.each([
  [0, 0],
  [4, 0],
  [5, 5],
  [6, 10],
  [7, 20],
  [12, 640],
  [13, 900],
  [1000, 900],
  [2 ** 31 - 1, 900],
])('after %i failures one waits %i seconds', (failures, seconds) => {
  expect(waitMs(failures)).toBe(seconds * 1000);
});
