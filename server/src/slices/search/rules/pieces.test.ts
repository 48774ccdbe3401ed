import { expect, it } from 'vitest';
import { countOf, markedPiece, markedWhole } from './pieces.ts';

const marks = (...forms: string[]) => forms.map((form) => ({ form, open: false }));
const hits = (text: string, ...forms: string[]) =>
  markedWhole(text, marks(...forms)).flatMap((piece) => (piece.hit ? [piece.text] : []));

it.each([
  [
    'forms by their stem',
    'Die Rechnung: visszatérítést kérek',
    ['visszaterit'],
    ['visszatérítést'],
  ],
  ['accents', 'Счёт и счета', ['счет'], ['Счёт', 'счета']],
  ['signs', '请退款，退款单', ['退款'], ['退款', '退款']],
  ['no other word', 'car carpenter', ['car'], ['car', 'carpenter']],
  ['no far longer word', 'inter internationalisation', ['inter'], ['inter']],
  ['no other number', '100 1000', ['100'], ['100']],
])('marks %s', (_, text, forms, marked) => {
  expect(hits(text, ...forms)).toEqual(marked);
});

it('gives the text back whole', () => {
  const text = 'İstanbul <b>late</b> 😀 parcel \ud83d';
  expect(
    markedWhole(text, marks('late'))
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text.toWellFormed());
});

it('shows what stands around the first hit', () => {
  const text = `${'word '.repeat(100)}needle${' more'.repeat(100)}`;
  const pieces = markedPiece(text, marks('needle'));
  expect(pieces[0]).toEqual({ text: '… ', hit: false });
  expect(pieces.find(({ hit }) => hit)?.text).toBe('needle');
  expect(pieces.at(-1)).toEqual({ text: ' …', hit: false });
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(250);
});

it.each([
  ['a late parcel, late again', ['late', 'parcel', 'refund'], 2],
  ['inflated party', ['late', 'art'], 0],
  ['translate; it came later', ['late'], 1],
  ['Счёт за чайник и 退款单', ['счет', 'чаиник', '退款', '款单号'], 3],
])('counts what stands in %s', (text, forms, count) => {
  expect(countOf(text, marks(...forms))).toBe(count);
});
