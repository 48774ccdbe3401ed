import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { changeWords } from './change-words.ts';

/** Shows what would be said, and with what. */
const t = ((key: string, given: object = {}) =>
  [key, ...Object.values(given)].join(' ')) as unknown as TFunction;
const viewer = { language: 'en', zone: 'UTC' } as const;

test.each([
  ['language', 'ro', 'Romanian'],
  ['language', 'tlh', 'tlh'],
  ['preferredWay', 'phone', 'customers.way.phone'],
  ['zone', 'America/New_York', 'America/New York'],
  ['reviewOn', '2027-03-04', '4 Mar 2027'],
  ['review', 'some day', 'some day'],
  [
    'value',
    '100.00 EUR/month (Sales (old), 2026-01-31)',
    'customers.aMonth €100 (customers.sourceOf Sales (old) 31 Jan 2026)',
  ],
  [
    'value',
    '99.50 USD/year (CRM, 2026-01-31)',
    'customers.aYear US$99.50 (customers.sourceOf CRM 31 Jan 2026)',
  ],
  ['value', 'much', 'much'],
  ['name', 'ro', 'ro'],
])('%s %j is said as %j', (field, text, words) => {
  expect(changeWords(t, viewer, field, text)).toBe(words);
});
