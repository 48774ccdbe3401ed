import { expect, it } from 'vitest';
import { bounded } from './bounded.ts';

it.each([
  [null, { count: null, more: false }],
  [0, { count: 0, more: false }],
  [99, { count: 99, more: false }],
  [100, { count: 99, more: true }],
])('%s', (found, shown) => {
  expect(bounded(found)).toEqual(shown);
});
