import { expect, it } from 'vitest';
import { shareLeft, toneOf } from './share.ts';

const hour = 3_600_000;

it.each([
  [20 * hour, 20 * hour, 100, 'calm'],
  [5 * hour, 20 * hour, 25, 'calm'],
  [4.8 * hour, 20 * hour, 24, 'soon'],
  [2 * hour, 20 * hour, 10, 'soon'],
  [1.2 * hour, 20 * hour, 6, 'late'],
  [-hour, 20 * hour, 0, 'late'],
  // More than the whole, after the holding time was shortened.
  [30 * hour, 20 * hour, 100, 'calm'],
  [hour, 0, 0, 'late'],
])('%d of %d ms is %d per cent, %s', (remaining, holding, share, tone) => {
  expect(shareLeft(remaining, holding)).toBe(share);
  expect(toneOf(share)).toBe(tone);
});
