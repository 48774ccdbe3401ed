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
])('%s', (text, found) => {
  expect(names(matching(all, text))).toEqual(found);
});

it('stands in groups, in their order', () => {
  expect(inGroups(matching([all[2]!, all[0]!], '')).map(([group]) => group)).toEqual([
    'go',
    'settings',
  ]);
});
