import type { Customer } from '@baton/contract';
import { expect, test } from 'vitest';
import { draftOf, inputAsItWas, inputOf } from './draft.ts';

const value: Customer['value'] = {
  amountCents: 10_000,
  per: 'month',
  yearlyCents: 120_000,
  currency: 'EUR',
  source: 'Invoices',
  on: '2026-01-31',
};
const ana: Customer = {
  ...{ id: '1', name: 'Ana', spelling: 'A-na', formOfAddress: null, preferredWay: 'phone' },
  ...{ style: null, language: 'ro', zone: null, organisation: { id: 'o', name: 'Acme' } },
  ...{ tier: null, value, identities: [], references: [], mergedInto: null },
  review: { on: '2027-05-01', due: false, confirmedAt: null },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', version: 3 },
};

test('what nobody changed is sent as it was', () => {
  const { organisation, ...same } = inputAsItWas(ana);
  expect(organisation).toBe('o');
  expect(inputOf(draftOf(ana, '2026-03-04'))).toEqual(same);
});
