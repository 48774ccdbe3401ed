import type { Template, Topic } from '@baton/contract';
import { expect, test } from 'vitest';
import { leftBehind, nameToGreet, searched, templatesFor } from './fit.ts';

const ref = (id: string) => ({ id, name: id });
const template = (name: string, more: Partial<Template> = {}): Template => ({
  ...{ id: name, name, text: `Text of ${name}`, language: 'en', team: null, topic: null },
  ...{ brand: null, starter: null, used: 0, unchanged: 0, changedAt: '', version: 1 },
  ...more,
});
const topic = (id: string, parent: string | null) => ({ id, parent }) as Topic;
const item = { team: ref('front'), topic: ref('refunds'), brand: ref('acme') };

test('templates are offered where they fit, those in the language of the customer first', () => {
  const all = [
    template('all'),
    template('danish', { language: 'da' }),
    template('other team', { team: ref('back') }),
    template('topic above', { topic: ref('billing') }),
    template('other topic', { topic: ref('shipping') }),
    template('other brand', { brand: ref('nordlys') }),
  ];
  const topics = [topic('billing', null), topic('refunds', 'billing'), topic('shipping', null)];
  const names = templatesFor(item, all, topics, 'da').map(({ name }) => name);
  expect(names).toEqual(['danish', 'all', 'topic above']);
});

test('templates are found by words of their name and text, in any order', () => {
  const all = [template('Refund is coming'), template('Новый адрес')];
  expect(searched(all, 'COMING refund')).toEqual([all[0]]);
  expect(searched(all, 'новый')).toEqual([all[1]]);
  expect(searched(all, ' ')).toEqual(all);
});

test.each([
  ['Maria', 'Maria'],
  ['maria@x.test', null],
  ['Customer 1042', null],
  [null, null],
])('%s is greeted as %s', (name, greeted) => {
  expect(nameToGreet(name)).toBe(greeted);
});

test.each([
  ['slash', '', ''],
  ['slash', ' ', ''],
  ['slash', 'etc/hosts', '/etc/hosts'],
  ['button', 'etc', ''],
  [null, 'etc', ''],
] as const)('opened by %s and left with %j, the chooser leaves %j', (by, typed, left) => {
  expect(leftBehind(by, typed)).toBe(left);
});
