import { expect, test } from 'vitest';
import { commonPasswords } from '../common-passwords.ts';
import { isWeak } from './weak-password.ts';

const ana = { name: 'Ana Popescu', email: 'ana.popescu@nordlys.example', company: 'Nordlys Kaffe' };
const common = await commonPasswords();
const weak = (password: string) => isWeak(password, ana, (candidate) => common.has(candidate));

test.each([
  ['a common one', 'unbelievable'],
  ['a common one with digits behind it', 'michelle12345'],
  ['a common one, masked', 'P@ssw0rd!!!!2026'],
  ['one letter', 'aaaaaaaaaaaaaa'],
  ['one part again and again', 'blaublaublaublau'],
  ['a row of keys', 'qwertyuiop123456'],
  ['digits in order', '1234567890123'],
  ['a row of Cyrillic keys', 'йцукенгшщзхъ'],
  ['the own name', 'AnaPopescu1984'],
  ['the own name, masked', 'P0p3scu Ana 77'],
  ['the own address', 'ana.popescu@nordlys'],
  ['the company', 'Nordlys Kaffe 1'],
  ['this product', 'baton baton baton'],
])('%s is weak', (_, password) => {
  expect(weak(password)).toBe(true);
});

test.each([
  'correct horse battery',
  'a long enough password',
  'Kupferdrachen trinkt Limonade',
  'qX7-vR2k-mm9T-ppL0',
  'чай с лимоном у окна',
  '春江花月夜听雨眠石上苔',
  'Popescu eats eleven lemons',
])('%s is not', (password) => {
  expect(weak(password)).toBe(false);
});
