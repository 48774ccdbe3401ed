import { expect, test } from 'vitest';
import { reconnectAfterMs } from './reconnect.ts';

test.each([
  [1, 1000],
  [2, 2000],
  [5, 16_000],
  [9, 256_000],
  [10, 300_000],
  [5000, 300_000],
])(
  'after %i failures a mailbox is left alone for %i ms at most, and half that at least',
  (n, ms) => {
    const after = (chance: number) => reconnectAfterMs({ failures: n, refused: false }, chance);
    expect([after(0), after(1)]).toEqual([ms / 2, ms]);
  },
);

test('a server that refused the sign-in is not asked again for half a minute at least', () => {
  expect(reconnectAfterMs({ failures: 1, refused: true }, 0)).toBe(30_000);
  expect(reconnectAfterMs({ failures: 20, refused: true }, 1)).toBe(300_000);
});
