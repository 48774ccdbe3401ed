/** What a person might make a password of, and somebody who knows them might guess. */
export type Known = { name: string; email: string; company: string };

/** Shorter words of a name say nothing: "an", "of". */
const shortestWord = 4;
/** What must be left of a password when all that can be guessed is taken out of it. */
const leastOwn = 8;

/** Rows of keys and other orders in which people type without thinking. */
const orders = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

/**
 * Whether a password of sufficient length can be guessed all the same: a common one, one repeated
 * part, a row of keys, or mostly the person's own name, address or company. `isCommon` looks up the
 * list of common passwords (NIST SP 800-63B §3.1.1.2).
 */
export function isWeak(
  password: string,
  known: Known,
  isCommon: (candidate: string) => boolean,
): boolean {
  const plain = unmasked(password);
  const stem = unmasked(password.replace(/[\d\W_]+$/u, ''));
  if ([password.toLowerCase(), plain, stem].some(isCommon)) return true;
  const own = wordsOf(known).reduce((left, word) => left.replaceAll(word, ''), plain);
  if (own.length < leastOwn) return true;
  return new Set(own).size < 5 || isRepeated(own) || isInOrder(own) || isCommon(own);
}

/** In lower case, with the usual digits and signs in place of letters undone. */
function unmasked(password: string): string {
  const signs: Record<string, string> = { '@': 'a', $: 's', '!': 'i', '0': 'o', '3': 'e' };
  const lower = password.toLowerCase().replaceAll(/\s/g, '');
  // A row of digits is no word with its letters masked.
  return /^\d+$/.test(lower) ? lower : lower.replaceAll(/[@$!03]/g, (sign) => signs[sign] ?? sign);
}

function wordsOf({ name, email, company }: Known): string[] {
  return [name, email, company, 'baton']
    .flatMap((text) => text.split(/[\s.@_-]+/))
    .map(unmasked)
    .filter((word) => word.length >= shortestWord)
    .toSorted((a, b) => b.length - a.length);
}

/** `abcabcabc`: one short part, again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length++) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true;
  }
  return false;
}

/** Most of it is typed along a row of keys, forwards or backwards. */
function isInOrder(text: string): boolean {
  let along = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    const back = `${pair[1]}${pair[0]}`;
    if (orders.some((order) => order.includes(pair) || order.includes(back))) along += 1;
  }
  return along >= 0.8 * (text.length - 1);
}
