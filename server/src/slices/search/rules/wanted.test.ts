import { expect, it } from 'vitest';
import { wantedOf, type FoldedTerm } from './wanted.ts';

const term = (folded: string, more: Partial<FoldedTerm> = {}): FoldedTerm => ({
  ...{ text: folded, exact: false, without: false, open: false, folded, forms: {} },
  ...more,
});
const queryOf = (...terms: FoldedTerm[]) => wantedOf(terms).query;

it.each([
  [
    'a word in its forms',
    [term('счета', { forms: { счета: ['счет', 'счета'] } })],
    "(('счет' | 'счета'))",
  ],
  ['a beginning', [term('inv', { open: true })], "(('inv' | 'inv':*))"],
  ['one letter is no beginning', [term('i', { open: true })], "(('i'))"],
  ['an address', [term('anna shop example')], "('anna' <-> 'shop' <-> 'example')"],
  ['without', [term('a'), term('b', { without: true })], "(('a')) & !((('b')))"],
  ['two signs', [term('退款')], "(('退款'))"],
  ['one sign', [term('退')], "('退':*)"],
  ['more signs', [term('退款单')], "(('退款' <-> '款单'))"],
  ['both kinds of writing', [term('iphone退款')], "(('iphone') & ('退款'))"],
])('%s', (_, terms, query) => {
  expect(queryOf(...terms)).toBe(query);
});

it('is nothing where only signs were written', () => {
  expect(queryOf(term(' '), term(''))).toBeNull();
});

it('cannot be broken out of', () => {
  expect(queryOf(term(String.raw`a'b\c`))).toBe(String.raw`(('a''b\\c'))`);
});
