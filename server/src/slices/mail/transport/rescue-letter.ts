import type { Deps } from '../../../platform/context.ts';
import type { Letter } from '../rules/letter.ts';
import { clean } from './decode-header.ts';
import { headerLinesOf, readHeaders } from './read-headers.ts';
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
  const start = await beginningOf(deps, raw.sha256);
  const letter: Letter = {
    ...readHeaders(headerLinesOf(start)),
    text: bodyOf(start),
    report: null,
    returnedIds: [],
  };
  return {
    letter,
    files: [raw],
    htmlSha256: null,
    fault: cause instanceof Error ? cause.message : 'unreadable',
  };
}

async function beginningOf(deps: Pick<Deps, 'storage'>, sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of deps.storage.get(sha256) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= lookedAt) break;
  }
  return Buffer.concat(chunks).subarray(0, lookedAt);
}

function bodyOf(start: Buffer): string {
  const text = clean(new TextDecoder().decode(start)).replace(/\r\n?/g, '\n');
  const blank = text.indexOf('\n\n');
  // Without an empty line there are no headers, or there is no body.
  const from = blank === -1 && !/^[\w-]+:/.test(text) ? 0 : blank + 2;
  if (blank === -1 && from > 0) return '';
  return text
    .slice(from, from + shownText)
    .toWellFormed()
    .trim();
}
