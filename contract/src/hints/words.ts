import { promiseWords } from './promise-words.ts';
import { toneWords } from './tone-words.ts';

const source: Record<string, string[]> = { ...promiseWords, ...toneWords };

export type Words = keyof typeof promiseWords | keyof typeof toneWords;

const edge = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';

/** `·` at the beginning is the edge before a word, anywhere else the one after. */
function asPattern(words: string[]): RegExp {
  const parts = words.map((word) => word.replace(/^·/, edge).replaceAll('·', end));
  return new RegExp(parts.map((part) => `(?:${part})`).join('|'), 'iu');
}

const patterns = new Map<string, RegExp>();

/** What finds these words in a text; made when it is first needed. */
export function patternOf(words: Words): RegExp {
  const known = patterns.get(words) ?? asPattern(source[words]!);
  patterns.set(words, known);
  return known;
}
