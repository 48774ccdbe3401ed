import { expect, test } from 'vitest';
import { textOf } from './text-of.ts';

test.each([
  ['UTF-8', [0xc8, 0x98], 'Ș'],
  ['UTF-16, the small end first', [0xff, 0xfe, 0x18, 0x02], 'Ș'],
  ['UTF-16, the large end first', [0xfe, 0xff, 0x02, 0x18], 'Ș'],
])('%s is read', async (_, bytes, text) => {
  expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe(text);
});

test.each([
  ['an older code page', [0xaa, 0x41]],
  ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x00]],
])('%s is no text', async (_, bytes) => {
  expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBeNull();
});
