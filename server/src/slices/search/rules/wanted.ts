import type { Term } from './terms.ts';

/** A term as the index knows words: in small letters, without accents, and with its forms. */
export type FoldedTerm = Term & {
  folded: string;
  /** Each word of it with the forms in which it may stand in the index. */
  forms: Record<string, string[]>;
};

/** What is asked of the index (a tsquery), and what is marked in what it finds. */
export type Wanted = { query: string | null; marks: Mark[] };

/** A form, folded; `open` where more may follow it. */
export type Mark = { form: string; open: boolean };

/** The letters of writing without spaces, as in `baton.search_unspaced`. */
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{323af}]/u;
/** Pieces of a folded text: writing without spaces, or words with the spaces between them. */
const segments = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source}).)+`, 'gu');

/** A beginning of one letter would go through a large part of the index. */
const shortestBeginning = 2;

/**
 * The question for the index. All terms must be there; null when nothing of them is left to look
 * for (`???`).
 */
export function wantedOf(terms: readonly FoldedTerm[]): Wanted {
  const parts = terms.flatMap((term) => {
    const part = partOf(term);
    return part === null ? [] : [term.without ? `!(${part})` : part];
  });
  return {
    query: parts.length === 0 ? null : parts.join(' & '),
    marks: terms.filter(({ without }) => !without).flatMap(marksOf),
  };
}

function partOf(term: FoldedTerm): string | null {
  const pieces = term.folded.match(segments) ?? [];
  const parts = pieces.flatMap((piece, index) => {
    if (unspaced.test(piece)) return [pairs(Array.from(piece))];
    const words = piece.split(/\s+/u).filter((word) => word !== '');
    if (words.length === 0) return [];
    return [wordsPart(words, { ...term, open: term.open && index === pieces.length - 1 })];
  });
  return parts.length === 0 ? null : `(${parts.join(' & ')})`;
}

/** Several words stand behind each other: what was written together belongs together. */
function wordsPart(words: string[], term: FoldedTerm): string {
  const [only] = words;
  if (words.length === 1 && !term.exact) {
    const forms = (term.forms[only!] ?? [only!]).map(quoted);
    return `(${[...forms, ...(opens(only!, term) ? [`${quoted(only!)}:*`] : [])].join(' | ')})`;
  }
  const last = words.at(-1)!;
  return words
    .map((word) => quoted(word) + (word === last && opens(word, term) ? ':*' : ''))
    .join(' <-> ');
}

const opens = (word: string, { open }: Term) => open && word.length >= shortestBeginning;

/** In writing without spaces neighbours are indexed; a single letter begins such a pair. */
function pairs(letters: string[]): string {
  if (letters.length === 1) return `${quoted(letters[0]!)}:*`;
  const all = letters.slice(0, -1).map((letter, index) => quoted(letter + letters[index + 1]!));
  return `(${all.join(' <-> ')})`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, (sign) => sign + sign)}'`;
}

function marksOf(term: FoldedTerm): Mark[] {
  return (term.folded.match(segments) ?? []).flatMap((piece): Mark[] => {
    if (unspaced.test(piece)) return [{ form: piece.trim(), open: false }];
    return piece.split(/\s+/u).flatMap((word) => (word === '' ? [] : marksOfWord(word, term)));
  });
}

function marksOfWord(word: string, { open, exact, forms }: FoldedTerm): Mark[] {
  const others = exact ? [] : (forms[word] ?? []);
  return [{ form: word, open }, ...others.map((form) => ({ form, open: false }))];
}
