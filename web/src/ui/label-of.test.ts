import { expect, it } from 'vitest';
import { labelOf } from './label-of.ts';

it.each([
  [{ en: 'Colour', da: 'Farve' }, 'da', 'Farve'],
  [{ en: 'Colour', da: 'Farve' }, 'hu', 'Colour'],
  [{ ru: 'Цвет' }, 'hu', 'Цвет'],
])('%j in %s: %s', (labels, language, text) => {
  expect(labelOf(labels, language)).toBe(text);
});
