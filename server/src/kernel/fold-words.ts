/** Letters that are one of their own and not a letter with an accent, as people type them without. */
const plain: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
/** Scripts that put no space between words. */
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;
const seam = new RegExp(
  `(?<=${unspaced.source})(?=[\\p{L}\\p{N}])(?!${unspaced.source})|(?<=[\\p{L}\\p{N}])(?<!${unspaced.source})(?=${unspaced.source})`,
  'gu',
);

/**
 * Text as words are compared: without regard to case, accents, punctuation and line breaks; one
 * space between words, and where a script without spaces meets another.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđðßæœı]/g, (letter) => plain[letter]!)
    .replaceAll(seam, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether a word or phrase stands in a text, as a whole: `art` is not in `start`. In scripts
 * without spaces nobody can tell where a word ends, so there any place will do. Both are folded.
 */
export function holdsWords(text: string, words: string): boolean {
  if (words === '') return false;
  const before = unspaced.test(words[0]!) ? '' : ' ';
  const after = unspaced.test(words.at(-1)!) ? '' : ' ';
  return ` ${text} `.includes(before + words + after);
}
