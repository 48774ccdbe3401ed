import { expect, it } from 'vitest';
import { keyOf } from './key-of.ts';

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

it.each([
  [{ key: 'j', code: 'KeyJ' }, 'j'],
  // A Russian layout writes another letter on the same key.
  [{ key: 'о', code: 'KeyJ' }, 'j'],
  [{ key: 'О', code: 'KeyJ' }, 'j'],
  // Its question mark and its point stand on other keys than the English ones: what is written counts.
  [{ key: '?', code: 'Digit7', shiftKey: true }, '?'],
  [{ key: '.', code: 'Slash' }, '.'],
  // A French layout has its w where others have z, a Hungarian one its z where others have y.
  [{ key: 'w', code: 'KeyZ' }, 'w'],
  [{ key: 'z', code: 'KeyY' }, 'z'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
  // Chinese writing has wide ones.
  [{ key: '？', code: 'Slash', shiftKey: true }, '?'],
  [{ key: 'Escape', code: 'Escape' }, 'Escape'],
  // Caps Lock is no other key; Shift is.
  [{ key: 'S', code: 'KeyS' }, 's'],
  [{ key: 'S', code: 'KeyS', shiftKey: true }, 'S'],
  [{ key: 's', code: 'KeyS', ctrlKey: true }, null],
  // An input method composes with it.
  [{ key: 's', code: 'KeyS', isComposing: true }, null],
  [{ key: 'Process', code: 'KeyS' }, null],
  [{ key: 'Dead', code: 'KeyE' }, null],
])('%o is %s', (pressed, key) => {
  expect(keyOf({ ...none, ...pressed })).toBe(key);
});
