import { expect, test } from 'vitest';
import { firstLoad } from '../first-load.ts';

const chunk = (code: string, part: object = {}) => ({
  type: 'chunk',
  code,
  imports: [],
  moduleIds: [],
  viteMetadata: { importedCss: new Set() },
  ...part,
});
/** Text that no packing makes smaller by much; the same at each run. */
function noise(length: number): string {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length }, () => String.fromCharCode(33 + (next() % 90))).join('');
}

/** What is said of a build with these parts: its size, and why it fails. */
function said(bundle: Record<string, object>, most: number) {
  const words: string[] = [];
  const plugin = firstLoad(most) as unknown as {
    generateBundle: { handler: (this: object, options: object, bundle: object) => void };
  };
  const tell = (word: string) => words.push(word);
  plugin.generateBundle.handler.call({ info: tell, error: tell }, {}, bundle);
  return words;
}

const entry = chunk('start()', { moduleIds: ['/web/src/main.tsx'], imports: ['shared.js'] });
const shared = chunk('x', { viteMetadata: { importedCss: new Set(['shared.css']) } });
const words = chunk('{}', { moduleIds: ['/web/src/words/en.json'] });
const small = {
  'index.js': entry,
  'shared.js': shared,
  'shared.css': { type: 'asset', source: 'a{}' },
  'en.js': words,
};

test('a build whose first load is too large fails', () => {
  const large = { ...small, 'shared.js': chunk(noise(50_000)) };
  expect(said(large, 1000).at(-1)).toMatch(/over 1 kB/);
  const withStyles = { ...small, 'shared.css': { type: 'asset', source: noise(50_000) } };
  expect(said(withStyles, 1000).at(-1)).toMatch(/over 1 kB/);
});

test('what is loaded when it is needed does not count', () => {
  const later = { ...small, 'later.js': chunk(noise(50_000)) };
  expect(said(later, 1000)).toEqual([
    expect.stringMatching(/^first load: 0\.\d kB gzip in 4 files$/),
  ]);
});

test('a build in which the beginning cannot be found fails', () => {
  expect(said({ ...small, 'index.js': chunk('start()') }, 1000)).toEqual([
    '/src/main.tsx is in no file',
  ]);
});
