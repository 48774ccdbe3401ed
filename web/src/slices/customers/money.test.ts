import { expect, test } from 'vitest';
import { amountOf, centsOf, money } from './money.ts';

test.each([
  ['100', 10_000],
  ['100.5', 10_050],
  ['1 200,75', 120_075],
  ['', null],
  ['1.234', null],
  ['-5', null],
  ['abc', null],
])('%j is read as %s hundredths', (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
});

test('amounts are written as the language does', () => {
  expect(money(120_000, 'EUR', 'en')).toBe('€1,200');
  expect(money(120_050, 'EUR', 'en')).toBe('€1,200.50');
  const value = { per: 'year', yearlyCents: 0, currency: 'EUR', source: 'x', on: '' } as const;
  expect(amountOf({ ...value, amountCents: 120_050 })).toBe('1200.50');
  expect(amountOf({ ...value, amountCents: 120_000 })).toBe('1200');
});
