import { expect, it } from 'vitest';
import { termsOf } from './terms.ts';

const term = (text: string, more: object = {}) => ({
  ...{ text, exact: false, without: false, open: false },
  ...more,
});

it.each([
  ['invoice', [term('invoice', { open: true })]],
  ['invoice ', [term('invoice')]],
  ['late parcel', [term('late'), term('parcel', { open: true })]],
  ['"late parcel"', [term('late parcel', { exact: true })]],
  ['"late par', [term('late par', { exact: true, open: true })]],
  ['„счёт на оплату“ x', [term('счёт на оплату', { exact: true }), term('x', { open: true })]],
  ['parcel -broken', [term('parcel'), term('broken', { without: true, open: true })]],
  [
    '-"not this" e-mail',
    [term('not this', { exact: true, without: true }), term('e-mail', { open: true })],
  ],
  ['-', []],
  ['  ', []],
  ['""', [term('', { exact: true })]],
])('%s', (q, terms) => {
  expect(termsOf(q)).toEqual(terms);
});

it('leaves out what is beyond twenty, and takes whatever characters there are', () => {
  expect(termsOf('a '.repeat(40_000))).toHaveLength(20);
  expect(termsOf('a\u0000b \ud800')).toHaveLength(3);
});
