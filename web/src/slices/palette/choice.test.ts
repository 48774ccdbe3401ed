import { expect, it } from 'vitest';
import { type Choice, inGroups, matching } from './choice.ts';

const choice = (name: string, group: Choice['group'] = 'go', note?: string): Choice => ({
  id: name,
  group,
  name,
  note,
});
const all = [
  choice('In your hands'),
  choice('Hands over'),
  choice('Ünnep', 'settings', 'Beállítás'),
];
const names = (found: Choice[]) => found.map(({ name }) => name);

it.each([
  ['', ['In your hands', 'Hands over', 'Ünnep']],
  ['hands', ['Hands over', 'In your hands']],
  ['hands your', ['In your hands']],
  ['unnep beall', ['Ünnep']],
  ['nothing', []],
  ['unnep', ['Ünnep']],
])('%s', (text, found) => {
  expect(names(matching(all, text))).toEqual(found);
});

it('stands in groups, in their order', () => {
  expect(inGroups(matching([all[2]!, all[0]!], ''), '').map(([group]) => group)).toEqual([
    'go',
    'settings',
  ]);
});

it('stands above what search finds when it is called as one writes', () => {
  const found = [choice('#12 Hands of a clock', 'cases'), ...matching(all, 'hands')];
  const order = (text: string) => inGroups(found, text).map(([group]) => group);
  expect(order('hands')).toEqual(['go', 'cases']);
  expect(order('clock')).toEqual(['cases', 'go']);
});

it('stands below what was found: acts, then places', () => {
  const found = ['go', 'here', 'customers', 'looks', 'agents', 'cases', 'settings'] as const;
  const order = inGroups(
    found.map((group) => choice(group, group)),
    'lamp',
  ).map(([group]) => group);
  expect(order).toEqual(['cases', 'customers', 'agents', 'here', 'go', 'settings', 'looks']);
});

it('is found once, though it was chosen lately as well', () => {
  const lamp = choice('#7 Broken lamp', 'cases');
  const found = [{ ...lamp, group: 'recent' as const, id: `recent:${lamp.id}` }, lamp];
  expect(inGroups(found, 'lamp').map(([group]) => group)).toEqual(['recent']);
  expect(inGroups(found, '').map(([group]) => group)).toEqual(['recent', 'cases']);
});
