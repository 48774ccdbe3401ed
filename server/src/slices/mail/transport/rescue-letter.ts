import type { Deps } from '../../../platform/context.ts';
import type { Letter } from '../rules/letter.ts';
import { clean } from './decode-header.ts';
import { headerLinesOf, readHeaders } from './read-headers.ts';
import { decodeText } from './decode/decode-text.ts';
import { partsOf } from '../rules/parts.ts';
import { reportFrom } from './read-reports.ts';
import type { Reading } from './reading.ts';
import type { StoredFile } from './store-part.ts';

const lookedAt = 256 * 1024;
const shownText = 10_000;

/**
 * What can be made of a mail whose structure cannot be read: its headers as far as they go, the
 * beginning of its body as it stands, and the original as a file.
 */
export async function rescueLetter(
  deps: Pick<Deps, 'storage'>,
  raw: StoredFile,
  cause: unknown,
): Promise<Reading> {
  const start = await beginningOf(deps.storage, raw.sha256);
  const letter: Letter = {
    ...readHeaders(headerLinesOf(start)),
    text: bodyOf(start),
    ...reportFrom([]),
  };
  return {
    letter,
    parts: partsOf(letter.text, letter.subject),
    notes: [],
    files: [raw],
    htmlSha256: null,
    fault: cause instanceof Error ? cause.message : 'unreadable',
  };
}

/** How a stored mail begins: as much as is looked at when it cannot be read. */
export async function beginningOf(
  storage: Pick<Deps['storage'], 'get'>,
  sha256: string,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of storage.get(sha256) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= lookedAt) break;
  }
  return Buffer.concat(chunks).subarray(0, lookedAt);
}

function bodyOf(start: Buffer): string {
  const text = clean(decodeText(start, null)).replace(/\r\n?/g, '\n');
  const blank = text.indexOf('\n\n');
  // Without an empty line there are no headers, or there is no body.
  const from = blank === -1 && !/^[\w-]+:/.test(text) ? 0 : blank + 2;
  if (blank === -1 && from > 0) return textBehindHeaders(headerLinesOf(start));
  return shorten(text.slice(from));
}

/** The text of a mail that begins without an empty line behind the headers. */
export function textBehindHeaders(lines: readonly string[]): string {
  const header = /^[!-9;-~]{1,70}[ \t]*:/;
  const start = lines.findIndex((line) => line.trim() !== '' && !header.test(line));
  if (start === -1) return '';
  const rest = Buffer.from(lines.slice(start).join('\n'), 'latin1');
  return shorten(clean(decodeText(rest, null)).replace(/\r\n?/g, '\n'));
}

function shorten(text: string): string {
  return text.slice(0, shownText).toWellFormed().trim();
}
