import type { TextPiece } from '@baton/contract';
import type { Mark } from './wanted.ts';

/** How many characters are shown of what was found, and how many of them before the first hit. */
const shownLength = 240;
const before = 60;
/** Endings of words are shorter; what is longer than a stem by more is another word. */
const longestEnding = 7;
/** Below this a stem says too little. */
const shortestStem = 3;

const word = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

type Hit = { from: number; to: number; mark: number };

/**
 * Where words stand in a text. The index decides what is found; this marks it as well as can be told
 * from the beginnings of words.
 */
function hitsIn(text: string, marks: readonly Mark[]): Hit[] {
  const hits: Hit[] = [];
  for (const found of text.matchAll(word)) {
    const folded = fold(found[0]);
    const mark = marks.findIndex((one) => isForm(folded, one));
    if (mark >= 0) hits.push({ from: found.index, to: found.index + found[0].length, mark });
  }
  const low = text.toLowerCase();
  for (const [mark, { form }] of marks.entries()) {
    // Lower case may be longer (İ): places would be wrong, and nothing is marked then.
    if (!unspaced.test(form) || low.length !== text.length) continue;
    for (let at = low.indexOf(form); at >= 0; at = low.indexOf(form, at + form.length)) {
      hits.push({ from: at, to: at + form.length, mark });
    }
  }
  return withoutOverlap(hits.toSorted((one, other) => one.from - other.from));
}

function isForm(folded: string, { form, open }: Mark): boolean {
  if (unspaced.test(form)) return false;
  if (folded === form) return true;
  if (!folded.startsWith(form)) return false;
  return (
    open ||
    (form.length >= shortestStem &&
      folded.length - form.length <= longestEnding &&
      !/\d/u.test(form))
  );
}

function withoutOverlap(hits: Hit[]): Hit[] {
  let end = 0;
  return hits.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** How many different things that are looked for stand in a text. Quick where nothing does. */
export function countOf(text: string, marks: readonly Mark[]): number {
  const folded = fold(text);
  const low = text.toLowerCase();
  const found = marks.filter((mark) =>
    unspaced.test(mark.form) ? low.includes(mark.form) : standsIn(folded, mark),
  );
  return new Set(found.map(({ form }) => form)).size;
}

/** Whether a word of a folded text is a form of what is looked for. */
function standsIn(folded: string, mark: Mark): boolean {
  for (let at = folded.indexOf(mark.form); at >= 0; at = folded.indexOf(mark.form, at + 1)) {
    if (ofWord.test(folded.charAt(at - 1))) continue;
    restOfWord.lastIndex = at;
    if (isForm(restOfWord.exec(folded)?.[0] ?? '', mark)) return true;
  }
  return false;
}

const ofWord = /[\p{L}\p{N}\p{M}]/u;
const restOfWord = /[\p{L}\p{N}\p{M}]*/uy;

/** A text with what was looked for marked, whole. */
export function markedWhole(text: string, marks: readonly Mark[]): TextPiece[] {
  return cut(text, hitsIn(text, marks), 0, text.length);
}

/** The piece of a text around the first thing that was looked for; its beginning without one. */
export function markedPiece(text: string, marks: readonly Mark[]): TextPiece[] {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const hits = hitsIn(line, marks);
  const first = hits[0]?.from ?? 0;
  const from = first <= before ? 0 : startOfWord(line, first - before);
  const to = Math.min(line.length, from + shownLength);
  const pieces = cut(line, hits, from, to);
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < line.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** Not in the middle of a word where one ends soon. */
function startOfWord(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space >= 0 && space < at + before / 2 ? space + 1 : at;
}

function cut(text: string, hits: Hit[], from: number, to: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = from;
  const add = (end: number, hit: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end).toWellFormed(), hit });
    at = Math.max(at, end);
  };
  for (const hit of hits) {
    if (hit.to <= from || hit.from >= to) continue;
    add(Math.max(hit.from, from), false);
    add(Math.min(hit.to, to), true);
  }
  add(to, false);
  return pieces;
}

/** Letters that stay as they are: most texts hold no others, and are not gone through again. */
const isPlain = /^[\u0000-\u007fа-ик-я]*$/u;

/** As `baton.search_fold` does it. */
function fold(written: string): string {
  const low = written.toLowerCase();
  if (isPlain.test(low)) return low;
  return low
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]+/gu, '')
    .replaceAll(/[øđłðıæœß]/gu, (letter) => plain[letter]!)
    .normalize('NFKC');
}

const plain: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
