import { expect, test } from 'vitest';
import { changesOf, emptyRecord, readable, reviewDue, yearlyCents } from './record.ts';

test.each([
  ['month', 10_000, 120_000],
  ['year', 10_000, 10_000],
  ['month', 0, 0],
] as const)('an amount per %s of %d is %d a year', (per, amountCents, yearly) => {
  expect(yearlyCents({ amountCents, per })).toBe(yearly);
});

const now = new Date('2026-03-04T10:00:00Z');
const at = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ['the day is tomorrow', '2026-03-05', null, '2020-01-01', false],
  ['the day is today', '2026-03-04', null, '2026-01-01', true],
  ['the day has passed', '2026-03-03', '2026-03-01', '2020-01-01', true],
  ['new, and no day was set', null, null, '2026-01-01', false],
  ['old, and never confirmed', null, null, '2025-01-01', true],
  ['old, but confirmed of late', null, '2026-01-01', '2020-01-01', false],
] as const)('contact data are due: %s', (_, reviewOn, confirmed, created, due) => {
  const confirmedAt = confirmed && at(confirmed);
  expect(reviewDue({ reviewOn, confirmedAt, createdAt: at(created) }, now)).toBe(due);
});

test('a change of a record is told in words that stay', () => {
  const before = emptyRecord('1', 'Ana');
  const value = {
    amountCents: 10_000,
    per: 'month' as const,
    currency: 'EUR',
    source: 'Invoices',
    on: '2026-01-31',
  };
  const after = { ...before, name: 'Ana Pop', tier: 'a tier', value };
  const names = { organisation: null, tier: null };
  const changes = changesOf(readable(before, names), readable(after, { ...names, tier: 'Gold' }));
  expect(changes).toEqual([
    { field: 'name', from: 'Ana', to: 'Ana Pop' },
    { field: 'tier', from: null, to: 'Gold' },
    { field: 'value', from: null, to: '100.00 EUR/month (Invoices, 2026-01-31)' },
  ]);
});
