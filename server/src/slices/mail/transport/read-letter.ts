import type { Deps } from '../../../platform/context.ts';
import { withoutLineMarks } from '../rules/marks.ts';
import type { Letter } from '../rules/letter.ts';
import { type MessageParts, partsOf } from '../rules/parts.ts';
import { clean } from './decode-header.ts';
import { hasHtmlQuote } from './html-marks.ts';
import { textOfHtml, wholeBudget } from './html-text.ts';
import type { Body } from './letter-parser.ts';
import { nameLetters, textOfLetters } from './nested-letters.ts';
import { type Opened, openParts } from './open-parts.ts';
import { readHeaders } from './read-headers.ts';
import { type Mime, readMime, type Store } from './read-mime.ts';
import { reportFrom } from './read-reports.ts';
import type { Reading } from './reading.ts';
import { beginningOf, rescueLetter, textBehindHeaders } from './rescue-letter.ts';
import type { StoredFile } from './store-part.ts';

/** Text beyond this many characters is left to the original. */
const longestText = 1_000_000;

/**
 * Reads a stored mail. It streams: a mail of 50 MB takes hardly more memory than a small one.
 * Whatever the mail looks like, something readable comes out.
 * @throws only what the file store throws; then it is worth trying again
 */
export async function readLetter(deps: Pick<Deps, 'storage'>, raw: StoredFile): Promise<Reading> {
  const failure: { storage?: unknown } = {};
  const store = watched(deps.storage, failure);
  try {
    const mime = await openParts(store, await readWhole(store, raw));
    return await readingOf(store, raw, mime);
  } catch (error) {
    if (failure.storage !== undefined) throw failure.storage;
    return rescueLetter(deps, raw, error);
  }
}

/** The file store, which remembers what it failed with: that is not the fault of the mail. */
function watched(storage: Store, failure: { storage?: unknown }): Store {
  const note = (error: unknown) => {
    failure.storage = error;
    throw error;
  };
  return {
    put: (content) => storage.put(content).catch(note),
    read: (sha256) => storage.read(sha256).catch(note),
    get: (sha256) => storage.get(sha256).once('error', (error) => (failure.storage = error)),
  };
}

/** Once more with the boundary that its lines show, when the one of its headers finds nothing. */
async function readWhole(store: Store, raw: StoredFile): Promise<Mime> {
  const mime = await readMime(store, store.get(raw.sha256));
  if (!isHollow(mime)) return mime;
  const start = (await beginningOf(store, raw.sha256)).toString('latin1');
  const boundary = /\r?\n\r?\n(?:.*\r?\n){0,20}?--([^\s-][^\r\n"]{0,69})\r?\n/.exec(start)?.[1];
  if (boundary === undefined) return orHollow(mime);
  const type = `${multipartIn(mime) ?? 'multipart/mixed'}; boundary="${boundary.trim()}"`;
  return orHollow(await readMime(store, store.get(raw.sha256), type));
}

function orHollow(mime: Mime): Mime {
  if (isHollow(mime)) throw new Error('nothing found inside');
  return mime;
}

/** Not what should be in it: its boundary is missing or wrong, or it has no headers at all. */
function isHollow(mime: Mime): boolean {
  const text = mime.body?.text ?? '';
  if (mime.files.length > 0) return false;
  if (multipartIn(mime) !== null) return text.trim() === '' || /^\s*--[^\s-]/.test(text);
  return text.trim() === '' && !mime.lines.some((line) => usualHeaders.has(nameOf(line)));
}

function multipartIn({ lines }: Mime): string | null {
  const line = lines.find((line) => nameOf(line) === 'content-type') ?? '';
  return /^[^:]*:\s*(multipart\/[\w-]{1,40})/i.exec(line)?.[1] ?? null;
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(':')).trim().toLowerCase();
}

const usualHeaders = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received']);

async function readingOf(store: Store, raw: StoredFile, mime: Opened): Promise<Reading> {
  const { body, lines, notes } = mime;
  const files = nameLetters(mime.files);
  const html = body?.html ? await store.put(Buffer.from(clean(body.html))) : null;
  const head = readHeaders(lines);
  const report = reportFrom(files);
  const below = report.report ? '' : await textOfLetters(store, mime);
  const said = textFrom(body) || (files.length === 0 ? textBehindHeaders(lines) : '');
  const text = [said, below].filter((one) => one.trim() !== '').join('\n\n');
  const letter: Letter = { ...head, text: withoutLineMarks(text), ...report };
  return {
    letter,
    parts: bestParts(text, body?.html ?? null, head.subject),
    notes,
    // What was too much to be shown is not lost: whoever holds the case can open the original.
    files: isCut(body) || mime.whole ? [raw, ...files] : files,
    htmlSha256: html?.sha256 ?? null,
    fault: null,
  };
}

/** Where only the HTML tells what is quoted, its text is taken apart. */
function bestParts(text: string, html: string | null, subject: string): MessageParts {
  const parts = partsOf(text, subject);
  if (parts.quoted !== null || html === null || !hasHtmlQuote(html)) return parts;
  const rich = partsOf(textOfHtml(html, { ...wholeBudget }), subject);
  return rich.quoted === null ? parts : rich;
}

function isCut(body: Body | null): boolean {
  return body !== null && (body.cut || body.text.length > longestText);
}

function textFrom(body: Body | null): string {
  const text = clean(body?.text ?? '').replace(/\r\n?/g, '\n');
  return isCut(body) ? `${text.slice(0, longestText).toWellFormed()}\n[…]` : text;
}
