import { expect, test } from 'vitest';
import { TokenBuckets } from './token-buckets.ts';

test('so many at once, then as many as come back, each name for itself', () => {
  const buckets = new TokenBuckets({ burst: 3, perSecond: 0.5 });
  expect([0, 0, 0, 0].map((at) => buckets.take('ana', at))).toEqual([0, 0, 0, 2]);
  expect(buckets.take('tom', 0)).toBe(0);
  expect(buckets.take('ana', 1000)).toBe(1);
  expect(buckets.take('ana', 2000)).toBe(0);
  expect(buckets.take('ana', 2000)).toBe(2);
  // Being refused costs nothing more, and a long pause gives no more than the burst.
  expect([0, 0, 0, 0].map(() => buckets.take('ana', 3_600_000))).toEqual([0, 0, 0, 2]);
});

test('a flood of names does not fill the memory', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 0.001 });
  for (let name = 0; name < 60_000; name++) buckets.take(`name ${name}`, 0);
  expect(buckets.take('name 59999', 0)).toBe(1000);
  expect(buckets.take('name 0', 0)).toBe(0);
});
