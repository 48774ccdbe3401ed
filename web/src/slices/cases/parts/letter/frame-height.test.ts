import { expect, test } from 'vitest';
import { firstHeight, frameHeight } from './frame-height.ts';

test.each([
  ['a short letter in its usual width', 200, 640, 200],
  ['on a phone the lines break more often', 200, 320, 340],
  ['in a column of hardly any width', 200, 40, 500],
  ['before anything was measured', 200, 0, 200],
  ['an empty one can still be seen', 0, 640, 80],
  ['an endless one does not take the page', 20_000, 320, 12_000],
])('%s', (_, reckoned, width, height) => {
  expect(frameHeight(reckoned, width)).toBe(height);
});

test('what is hardly higher than the frame is shown at once, what is much higher is not', () => {
  expect([firstHeight(600), firstHeight(621)]).toEqual([600, 460]);
});
