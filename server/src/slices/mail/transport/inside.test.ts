import { expect, test } from 'vitest';
import { isInside } from './inside.ts';

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['fd00::1', true],
  ['8.8.8.8', false],
  ['2001:db8::1', false],
])('%s is inside: %s', (address, expected) => {
  expect(isInside(address)).toBe(expected);
});
