import { expect, test } from 'vitest';
import { fit } from './fit.ts';

const mb = (size: number) => ({ size: size * 1_000_000 });

test.each([
  ['all go along', [1, 2], 25, [1, 2], []],
  ['the largest is linked', [1, 20, 2], 25, [1, 2], [20]],
  ['what fits by itself may not fit with the others', [9, 10], 25, [9], [10]],
  ['nothing fits', [30], 25, [], [30]],
  ['none is there', [], 25, [], []],
])('%s', (_, sizes, limit, along, linked) => {
  const fitted = fit(sizes.map(mb), 10_000, limit * 1_000_000);
  expect(fitted).toEqual({ along: along.map(mb), linked: linked.map(mb) });
});
