import { expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

it.each([
  [0, 'en', '0 bytes'],
  [14, 'en', '14 bytes'],
  [214_400, 'en', '214 kB'],
  [1_240_000, 'en', '1.2 MB'],
  [52_000_000, 'da', '52 MB'],
  [1_240_000, 'ru', '1,2 МБ'],
])('%d bytes in %s: %s', (bytes, language, said) => {
  expect(fileSize(bytes, language).replace('\u00a0', ' ')).toBe(said);
});
