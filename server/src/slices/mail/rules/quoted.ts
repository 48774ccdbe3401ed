import { isForwardMark } from './forward-marks.ts';
import { quietQuote } from './marks.ts';
import { attributionEnd, headerBlockStart, isSeparator } from './quote-marks.ts';

/** What is new in a message, and what it repeats of earlier ones. */
export type Parts = { fresh: string; quoted: string | null };

/**
 * Tells new text from quoted text; nothing is thrown away, every line is in one of the two.
 * An answer written between the quoted lines is left whole, as is a mail that would have nothing
 * new in it: when in doubt, more is shown rather than less. Takes time in proportion to the text.
 */
export function splitQuoted(text: string): Parts {
  const lines = text.split('\n');
  const shape = shapeOf(lines);
  const start = quoteStart(lines, shape);
  if (start === null) return bottomPosted(lines, shape) ?? { fresh: text.trim(), quoted: null };
  const fresh = join(lines.slice(0, start));
  if (fresh === '') return bottomPosted(lines, shape) ?? { fresh: text.trim(), quoted: null };
  return { fresh, quoted: join(lines.slice(start)) };
}

/** Where the last quoted line is, and the last line of one's own; -1 where there is none. */
type Shape = { lastQuoted: number; lastFresh: number };

function shapeOf(lines: readonly string[]): Shape {
  const lastQuoted = lines.findLastIndex(isQuoted);
  // A signature below the quote is not an answer.
  const signature = lines.findIndex((line, index) => index > lastQuoted && /^-- ?$/.test(line));
  const end = signature === -1 ? lines.length : signature;
  const lastFresh = lines.findLastIndex(
    (line, index) => index < end && !isBlank(line) && !isQuoted(line) && !isBroken(lines, index),
  );
  return { lastQuoted, lastFresh };
}

/** A quoted line that a mail program broke in two goes on without its mark. */
function isBroken(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1] ?? '';
  return isQuoted(above) && above.length > 65 && isQuoted(lines[index + 1] ?? '');
}

/** The line at which the rest of the message is quoted, or null. */
function quoteStart(lines: readonly string[], shape: Shape): number | null {
  for (const [index, line] of lines.entries()) {
    // What was handed on is what the mail says: neither it nor what it quotes is a quote.
    if (isForwardMark(line)) return null;
    if (isSeparator(line)) return index;
    if (headerBlockStart(lines, index)) return withRuleAbove(lines, index);
    const end = attributionEnd(lines, index);
    if (end !== null && isQuoteFrom(lines, end, shape)) return index;
    if (index > shape.lastFresh && isQuoted(line)) return index;
  }
  return null;
}

/** Outlook draws a rule of underscores above its header block: it belongs to the quote. */
function withRuleAbove(lines: readonly string[], index: number): number {
  let above = index - 1;
  while (above >= 0 && isBlank(lines[above]!)) above--;
  return above >= 0 && /^\s*[_-]{5,}\s*$/.test(lines[above]!) ? above : index;
}

/**
 * Whether everything behind an attribution is quoted: with marks to the end, or without any marks
 * (Outlook on the web, some phones).
 */
function isQuoteFrom(lines: readonly string[], end: number, shape: Shape): boolean {
  const first = skipBlank(lines, end);
  if (first === lines.length) return false;
  if (end > shape.lastQuoted) return true;
  return isQuoted(lines[first]!) && first > shape.lastFresh;
}

/** The quote above, the answer below it. */
function bottomPosted(lines: readonly string[], { lastQuoted }: Shape): Parts | null {
  if (lines.some(isForwardMark)) return null;
  const first = skipBlank(lines, 0);
  const begin = skipBlank(lines, attributionEnd(lines, first) ?? first);
  if (!isQuoted(lines[begin] ?? '')) return null;
  const between = lines.slice(begin, lastQuoted + 1);
  if (between.some((line) => !isBlank(line) && !isQuoted(line))) return null;
  const fresh = join(lines.slice(lastQuoted + 1));
  if (fresh === '' || /^-- ?(\n|$)/.test(fresh)) return null;
  return { fresh, quoted: join(lines.slice(0, lastQuoted + 1)) };
}

function skipBlank(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && isBlank(lines[index]!)) index++;
  return index;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function isQuoted(line: string): boolean {
  return line.startsWith(quietQuote) || /^\s{0,3}[>＞]/u.test(line);
}

function join(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
