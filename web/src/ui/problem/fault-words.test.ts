import { type FieldRefusal, languages } from '@baton/contract';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { areaFiles, type Catalogue } from '../../words/area-files.ts';
import { faultWords } from './fault-words.ts';

beforeAll(async () => {
  await i18next.init({ resources: {}, fallbackLng: false, interpolation: { escapeValue: false } });
  for (const language of languages) {
    const file: Catalogue = await areaFiles[`./areas/faults/${language}.json`]!();
    i18next.addResourceBundle(language, 'translation', file.default, true);
  }
});

const tooLong = (most: number): FieldRefusal => ({
  path: 'name',
  code: 'too_long',
  params: { most },
  message: 'Too big',
});

test.each([
  ['en', 1, 'must have at most 1 character'],
  ['en', 2000, 'must have at most 2,000 characters'],
  ['ro', 3, 'poate avea cel mult 3 caractere'],
  ['ro', 200, 'poate avea cel mult 200 de caractere'],
  ['hu', 200, 'legfeljebb 200 karakter lehet'],
  ['zh', 200, '最多 200 个字符'],
  ['ru', 1, 'допускается не больше 1 символа'],
  ['ru', 100, 'допускается не больше 100 символов'],
  ['da', 200, 'må højst have 200 tegn'],
])('%s: at most %d', async (language, most, words) => {
  await i18next.changeLanguage(language);
  expect(faultWords(tooLong(most))).toBe(words);
});

test.each([
  ['en', 'must be from 1 minute to 365 days'],
  ['ro', 'trebuie să fie între 1 minut și 365 de zile'],
  ['ru', 'допустимо: 1 минута – 365 дней'],
])('%s: a length of time is said in words', async (language, words) => {
  await i18next.changeLanguage(language);
  const params = { from: 'PT1M', to: 'P365D' };
  expect(faultWords({ path: 'holdingTime', code: 'not_between', params, message: '' })).toBe(words);
});

test('a code that is not known yet, and what had none, are said as the server says them', async () => {
  await i18next.changeLanguage('da');
  const message = 'must be blue';
  expect(faultWords({ path: 'colour', code: 'of_tomorrow', message })).toBe(message);
  expect(faultWords({ path: 'colour', message })).toBe(message);
});
