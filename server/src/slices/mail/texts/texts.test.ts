import { languages } from '@baton/contract';
import { expect, test } from 'vitest';
import { frameOf } from './frame.ts';
import { htmlOfText } from './html.ts';
import { spoken, wordsOf } from './index.ts';
import { movedText, receiptText, reminderText, afterReply } from './told.ts';
import { whenInWords } from './when.ts';

const due = new Date('2026-03-04T08:24:00Z');
const told = (language: (typeof languages)[number]) => ({
  language,
  number: 1001,
  customerName: 'Maria Popescu',
  ownerName: 'Anna Kovács',
  teamName: 'Front line',
  due,
  zone: 'Europe/Bucharest',
  brandName: 'Acme',
});

/** Every text of a catalogue, functions called, as `path: text`. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('A', 'B', 'C'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test('every language has every text, and no two languages share one', () => {
  const english = texts(wordsOf('en'));
  for (const language of languages) {
    const own = texts(wordsOf(language));
    expect(own.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [, text] of own) expect(text.trim()).not.toBe('');
    const sentences = own.filter(([, text]) => text.length > 15).map(([, text]) => text);
    if (language === 'en') continue;
    for (const sentence of sentences)
      expect(english.map(([, text]) => text)).not.toContain(sentence);
  }
});

test.each(languages)(
  'the receipt says number, holder, deadline and that one can reply: %s',
  (language) => {
    const text = receiptText(told(language));
    const words = wordsOf(language);
    expect(text).toContain('1001');
    expect(text).toContain(words.ofTeam('Anna Kovács', 'Front line'));
    expect(text).toContain(whenInWords(due, 'Europe/Bucharest', language));
    expect(text).toContain(words.receipt.accepted);
    expect(text).toContain(words.receipt.reply);
    expect(text).toContain('Maria Popescu');
    expect(movedText(told(language))).toContain(words.moved.higher);
    const reminder = reminderText(told(language), due);
    expect(reminder).toContain(whenInWords(due, 'Europe/Bucharest', language));
    expect(reminder).toContain(words.reminder.ask);
  },
);

test.each([
  ['en', 'Wednesday, 4 March 2026 at 10:24 (Eastern European Time)'],
  ['ro', 'miercuri, 4 martie 2026, ora 10:24 (Ora Europei de Est)'],
  ['hu', '2026. március 4., szerda, 10:24 (kelet-európai időzóna)'],
  ['zh', '2026年3月4日星期三 10:24（东欧时间）'],
  ['ru', 'среда, 4 марта 2026 г., 10:24 (Восточная Европа)'],
  ['da', 'onsdag den 4. marts 2026 kl. 10.24 (Østeuropæisk tid)'],
] as const)('an instant in words: %s', (language, words) => {
  expect(whenInWords(due, 'Europe/Bucharest', language)).toBe(words);
  expect(whenInWords(due, 'UTC', language)).toContain('UTC');
});

test('nobody is greeted by an address or a number', () => {
  for (const customerName of [null, '', 'maria@customer.test', 'Order 4711']) {
    expect(receiptText({ ...told('en'), customerName })).toMatch(/^Hello,\n/);
  }
});

test('a reply is signed, and a solution says what to do if it does not hold', () => {
  const reply = { text: 'Please restart it.\n', solution: false, authorName: 'Anna' };
  expect(afterReply(reply, 'Acme', 'en')).toEqual(['Anna\nAcme']);
  expect(afterReply({ ...reply, solution: true }, 'Acme', 'da')).toContain(wordsOf('da').solved);
});

test('HTML is made from the text, escaped, with links', () => {
  const text = 'See https://x.test/?a=1&b=2.\n<script>alert("x")</script>\n\n> you wrote\n> this';
  const html = htmlOfText(text, frameOf(null, 'en'));
  expect(html).toContain('<a href="https://x.test/?a=1&amp;b=2">https://x.test/?a=1&amp;b=2</a>.');
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<script');
  expect(html).toContain('you wrote<br>');
  expect(html).toContain('<html lang="en">');
});

test('only our languages are spoken', () => {
  expect(['en', 'xx', null, '__proto__'].map(spoken)).toEqual(['en', null, null, null]);
});
