import type { FactValue } from '@baton/contract';
import { expect, test } from 'vitest';
import { factText } from './fact-text.ts';

const choices = [
  { id: 'r', labels: { en: 'Red', da: 'Rød' } },
  { id: 'g', labels: { en: 'Green' } },
];

test.each<[FactValue, string]>([
  ['B-12', 'B-12'],
  [2019, '2019'],
  [true, 'ja'],
  ['r', 'Rød'],
  [['r', 'g'], 'Rød, Green'],
])('%j is read as %s', (value, text) => {
  expect(factText({ choices }, value, { language: 'da', yes: 'ja', no: 'nej' })).toBe(text);
});
