import { expect, test } from 'vitest';
import { columnOf, tableOf, wishOf } from './table.ts';

test('rows are read by their heading, in any order', () => {
  expect(tableOf([['Mail', 'name'], ['a@x.test', 'Ana'], ['b@x.test']])).toEqual([
    { mail: 'a@x.test', name: 'Ana' },
    { mail: 'b@x.test', name: '' },
  ]);
  expect(tableOf([])).toEqual([]);
});

test.each([
  [['name', 'shoe size'], 'shoe size'],
  [['name', 'name'], 'name'],
])('a heading %j is refused', (heading, wrong) => {
  expect(tableOf([heading, ['a', 'b']])).toEqual({ wrong });
});

test.each([
  [
    { name: 'Ana', zone: '' },
    { name: 'Ana', zone: null },
  ],
  [{ name: '' }, { name: '' }],
  [
    { mail: 'a@x.test | b@x.test', phone: '' },
    {
      identities: [
        { kind: 'mail', value: 'a@x.test' },
        { kind: 'mail', value: 'b@x.test' },
      ],
    },
  ],
  [
    {
      value_amount: '99,5',
      value_per: 'month',
      value_currency: 'eur',
      value_source: 'CRM',
      value_on: '2026-01-31',
    },
    {
      value: { amountCents: 9950, per: 'month', currency: 'EUR', source: 'CRM', on: '2026-01-31' },
    },
  ],
  [{ value_amount: '' }, { value: null }],
  [
    { value_amount: 'much' },
    {
      value: {
        amountCents: 'much',
        per: 'year',
        currency: undefined,
        source: undefined,
        on: undefined,
      },
    },
  ],
])('%j is asked as %j', (row, wish) => {
  expect(wishOf(row)).toEqual(wish);
});

test.each([
  ['name', 'name'],
  ['formOfAddress', 'form_of_address'],
  ['identities.0.value', 'mail'],
  ['identities.1.value', 'mail'],
  ['identities.2.value', 'handle'],
  ['value.amountCents', 'value_amount'],
  ['value.on', 'value_on'],
  ['value', 'value_amount'],
  ['organisation', 'organisation'],
  ['tier', 'tier'],
  ['id', 'id'],
  ['', null],
])('what is wrong with %j stands in the column %j', (path, column) => {
  expect(columnOf(path, { mail: 'a@x.test | b@x.test', handle: 'ana' })).toBe(column);
});
