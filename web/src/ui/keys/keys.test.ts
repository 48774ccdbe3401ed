import { describe, expect, it } from 'vitest';
import { type KeyName, keyGroups, keyOfName, nameOfKey, otherKeys } from './keys.ts';
import words from '../../words/areas/keys/en.json';

const sources = import.meta.glob<string>('../../**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const texts = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$/.test(path));
const names = Object.keys(keyOfName) as KeyName[];

/** Where keys are heard otherwise: within a field, for what every such field does. */
const fields = [
  './keys-within.ts',
  './use-escape.ts',
  './use-keys.ts',
  './use-send-by-key.ts',
  './early-field.ts',
  'composer/rich/rich-field.tsx',
  'palette/palette-host.tsx',
  'palette/use-field-keys.ts',
  'search/parts/search-field.tsx',
  'composer/plain-field.tsx',
  'composer/rich/link-field.tsx',
  'composer/mentions/mention-list.tsx',
  'take-back/use-ctrl-z.ts',
  // It does nothing by a key: one that is held is no answer.
  '/sure-button.tsx',
  // What is carried through the pyramid is put down or let go.
  'people/moving/',
  'tasks/parts/answer-form.tsx',
  'writing/parts/template-picker.tsx',
];

/** What a file gives to the hooks that bind keys. */
function bindingsIn(text: string): string[] {
  return [...text.matchAll(/\buse(?:Named)?Keys\(/g)].map(({ index }) => {
    let depth = 0;
    const rest = text.slice(index);
    const end = rest.split('').findIndex((one) => {
      depth += Number(one === '(') - Number(one === ')');
      return one === ')' && depth === 0;
    });
    return rest.slice(0, end);
  });
}

describe('the keys of the desk', () => {
  it('are bound by the list from which the page of keys is made, and no other way', () => {
    const hearing = texts.filter(([, text]) => /keydown/i.test(text)).map(([path]) => path);
    expect(hearing.filter((path) => !fields.some((own) => path.includes(own)))).toEqual([]);
  });

  it('each do something somewhere', () => {
    const binding = texts.flatMap(([, text]) => bindingsIn(text));
    const isBound = (name: string) =>
      binding.some((text) => new RegExp(`[{,]\\s*${name}\\s*[:,}]`).test(text));
    expect(names.filter((name) => !isBound(name))).toEqual([]);
  });

  it('stand on the page of keys by a name', () => {
    const others = Object.values(otherKeys).flatMap((group) => Object.keys(group));
    const told = Object.keys(words.shortcuts);
    expect([...names, ...others].filter((name) => !told.includes(name))).toEqual([]);
    expect(Object.keys(words.shortcuts.of).toSorted()).toEqual(
      [...Object.keys(keyGroups), 'writing'].toSorted(),
    );
  });

  it('stand on buttons as the list has them', () => {
    const written = texts.filter(([, text]) => /<kbd>[^{<]/.test(text)).map(([path]) => path);
    expect(written).toEqual([]);
  });

  it('mean one thing at a time', () => {
    const { everywhere, list, ...pages } = keyGroups;
    for (const page of Object.values(pages)) {
      const here = [everywhere, list, page].flatMap((group) => Object.values<string>(group));
      expect(here.filter((key, place) => here.indexOf(key) !== place)).toEqual([]);
    }
  });
});

it.each([
  ['s', false, true, 'solve'],
  // A key that is held goes on stepping, and does nothing twice.
  ['j', true, true, 'next'],
  ['s', true, true, undefined],
  // Single characters turned off: Escape is none.
  ['s', false, false, undefined],
  ['Escape', false, false, 'back'],
  ['u', false, true, undefined],
  [null, false, true, undefined],
] as const)('%s (held: %s, letters act: %s) is %s', (key, repeat, characters, name) => {
  expect(nameOfKey(['next', 'solve', 'back'], { key, repeat }, characters)).toBe(name);
});
