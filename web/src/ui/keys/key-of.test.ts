import { expect, it } from 'vitest';
import { keyOf } from './key-of.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false };

it.each([
  [{ key: 'j', code: 'KeyJ' }, 'j'],
  // A Russian layout writes another letter on the same key.
  [{ key: 'о', code: 'KeyJ' }, 'j'],
  // A French layout has its w where others have z: what is written counts.
  [{ key: 'w', code: 'KeyZ' }, 'w'],
  [{ key: '?', code: 'Slash' }, '?'],
  [{ key: 'Escape', code: 'Escape' }, 'Escape'],
  [{ key: 's', code: 'KeyS', ctrlKey: true }, null],
])('%o is %s', (pressed, key) => {
  expect(keyOf({ ...none, ...pressed })).toBe(key);
});
