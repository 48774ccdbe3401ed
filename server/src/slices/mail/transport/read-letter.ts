import type { Deps } from '../../../platform/context.ts';
import { messageIdsIn } from '../rules/message-id.ts';
import type { Letter } from '../rules/letter.ts';
import { clean } from './decode-header.ts';
import { readDeliveryReport } from './delivery-report.ts';
import { type Body, LetterParser } from './letter-parser.ts';
import { readHeaders } from './read-headers.ts';
import { type StoredFile, storePart } from './store-part.ts';
import type { Reading } from './reading.ts';
import { rescueLetter } from './rescue-letter.ts';

/** Text beyond this many characters is left to the original. */
const longestText = 1_000_000;

/**
 * Reads a stored mail. It streams: a mail of 50 MB takes no more memory than a small one, and the
 * server answers meanwhile. Whatever the mail looks like, something readable comes out.
 * @throws only what the file store throws; then it is worth trying again
 */
export async function readLetter(deps: Pick<Deps, 'storage'>, raw: StoredFile): Promise<Reading> {
  const parser = new LetterParser();
  const parts: StoredFile[] = [];
  const failure: { storage?: unknown } = {};
  const source = deps.storage.get(raw.sha256);
  // mailparser may complain more than once; what counts is what the loop below sees.
  parser.on('error', () => {});
  source.on('error', (error) => {
    failure.storage = error;
    parser.destroy(error);
  });
  source.pipe(parser);
  try {
    let body: Body | null = null;
    for await (const part of withinTime(parser)) {
      if (part.type === 'text') body = part as unknown as Body;
      else parts.push(await storePart(deps, part, failure));
    }
    const lines = (parser.headerLines || []).map(({ line }) => line);
    const html = body?.html ? await deps.storage.put(Buffer.from(clean(body.html))) : null;
    const letter = { ...readHeaders(lines), text: textFrom(body), ...reportFrom(parts) };
    if (parts.length === 0 && isHollow(letter)) throw new Error('nothing found inside');
    // What was too much to be shown is not lost: whoever holds the case can open the original.
    const files = isCut(body) ? [raw, ...parts] : parts;
    return { letter, files, htmlSha256: html?.sha256 ?? null, fault: null };
  } catch (error) {
    if (failure.storage !== undefined) throw failure.storage;
    return rescueLetter(deps, raw, error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Nothing takes longer than this to read: some shape of mail made the parser wait for ever. */
const longestReadingMs = 5 * 60_000;

async function* withinTime(parser: LetterParser) {
  const timer = setTimeout(() => parser.destroy(new Error('took too long')), longestReadingMs);
  try {
    yield* parser;
  } finally {
    clearTimeout(timer);
  }
}

/** No text, although there should be some: its boundary is missing, or it has no headers at all. */
function isHollow({ text, headers }: Letter): boolean {
  if (text.trim() !== '') return false;
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? '';
  return /^\s*multipart\//i.test(type) || !headers.some(({ name }) => usualHeaders.has(name));
}

const usualHeaders = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received']);

function isCut(body: Body | null): boolean {
  return body !== null && (body.cut || body.text.length > longestText);
}

function textFrom(body: Body | null): string {
  const text = clean(body?.text ?? '').replace(/\r\n?/g, '\n');
  return isCut(body) ? `${text.slice(0, longestText).toWellFormed()}\n[…]` : text;
}

function reportFrom(parts: StoredFile[]): Pick<Letter, 'report' | 'returnedIds'> {
  const status = parts.find(
    ({ type }) => type.endsWith('/delivery-status') || type.endsWith('/global-delivery-status'),
  );
  const returned = parts.filter(({ type }) =>
    /^(message\/(global|rfc822)|text\/rfc822)/.test(type),
  );
  const ids = returned.flatMap(({ beginning }) => {
    const header = /^message-id\s*:\s*(.*(?:\r?\n[ \t].*)*)/im.exec(beginning ?? '')?.[1];
    return messageIdsIn(header ?? '');
  });
  return { report: status ? readDeliveryReport(status.beginning ?? '') : null, returnedIds: ids };
}
