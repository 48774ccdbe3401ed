import { attributionEnd, headerBlockStart, isSeparator } from './quote-marks.ts';

/** What is new in a message, and what it repeats of earlier ones. */
export type Parts = { fresh: string; quoted: string | null };

/**
 * Tells new text from quoted text; nothing is thrown away, every line is in one of the two.
 * An answer written between the quoted lines is left whole, as is a mail that would have nothing
 * new in it: when in doubt, more is shown rather than less.
 */
export function splitQuoted(text: string): Parts {
  const lines = text.split('\n');
  const start = quoteStart(lines);
  if (start === null) return bottomPosted(lines) ?? { fresh: text.trim(), quoted: null };
  const fresh = lines.slice(0, start).join('\n').trim();
  const quoted = lines.slice(start).join('\n').trim();
  if (fresh === '') return bottomPosted(lines) ?? { fresh: text.trim(), quoted: null };
  return { fresh, quoted };
}

/** The line at which the rest of the message is quoted, or null. */
function quoteStart(lines: string[]): number | null {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (isSeparator(line)) return index;
    if (headerBlockStart(lines, index)) return withRuleAbove(lines, index);
    const end = attributionEnd(lines, index);
    if (end !== null && restIsQuote(lines, end, true)) return index;
    if (isQuoted(line) && restIsQuote(lines, index, false)) return index;
  }
  return null;
}

/** Outlook draws a rule of underscores above its header block: it belongs to the quote. */
function withRuleAbove(lines: string[], index: number): number {
  let above = index - 1;
  while (above >= 0 && lines[above]!.trim() === '') above--;
  return above >= 0 && /^\s*[_-]{5,}\s*$/.test(lines[above]!) ? above : index;
}

/**
 * Whether everything from `from` on is quoted. Behind an attribution the text may stand without
 * marks (Outlook on the web, some phones), unless marks come later and text after those.
 */
function restIsQuote(lines: string[], from: number, attributed: boolean): boolean {
  const rest = lines.slice(from);
  const marked = rest.findIndex(isQuoted);
  if (marked === -1) return attributed && rest.some((line) => line.trim() !== '');
  const before = rest.slice(0, marked).some((line) => line.trim() !== '');
  return !before && !hasFreshText(rest.slice(marked));
}

/** Whether there is text of one's own after the first quoted line; a signature is not. */
function hasFreshText(lines: string[]): boolean {
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const body = signature === -1 ? lines : lines.slice(0, signature);
  return body.some((line, index) => {
    if (line.trim() === '' || isQuoted(line)) return false;
    // A quoted line that was broken in two by a mail program goes on without its mark.
    return !(
      index > 0 &&
      isQuoted(body[index - 1]!) &&
      body[index - 1]!.length > 65 &&
      index + 1 < body.length &&
      isQuoted(body[index + 1]!)
    );
  });
}

/** The quote above, the answer below it. */
function bottomPosted(lines: string[]): Parts | null {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return null;
  const begin = attributionEnd(lines, first) ?? first;
  const quoteBegin = skipBlank(lines, begin);
  if (!isQuoted(lines[quoteBegin] ?? '')) return null;
  const last = lines.findLastIndex(isQuoted);
  const between = lines.slice(quoteBegin, last + 1);
  if (between.some((line) => line.trim() !== '' && !isQuoted(line))) return null;
  const fresh = lines
    .slice(last + 1)
    .join('\n')
    .trim();
  if (fresh === '' || /^-- ?(\n|$)/.test(fresh)) return null;
  return {
    fresh,
    quoted: lines
      .slice(0, last + 1)
      .join('\n')
      .trim(),
  };
}

function skipBlank(lines: string[], from: number): number {
  let index = from;
  while (index < lines.length && lines[index]!.trim() === '') index++;
  return index;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>＞]/u.test(line);
}
