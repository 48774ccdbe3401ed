import { Readable } from 'node:stream';
import type { Storage } from '../../../platform/storage.ts';
import { mediaType } from '../../../platform/file-name.ts';
import { fileName } from './file-name.ts';
import { type Body, LetterParser } from './letter-parser.ts';
import { LineEnds } from './line-ends.ts';
import { type StoredFile, storePart } from './store-part.ts';

/** What reading a mail needs of the file store. */
export type Store = Pick<Storage, 'put' | 'read' | 'get'>;

/** A mail taken apart: the raw lines of its headers, what is shown of it, its files in the store. */
export type Mime = { lines: string[]; body: Body | null; files: StoredFile[] };

/** Nothing takes longer than this to read: some shape of mail made the parser wait for ever. */
const longestReadingMs = 5 * 60_000;

/**
 * Takes a mail apart as it streams.
 * @param multipart a Content-Type to be believed instead of the one of its headers
 * @throws what the source, the parser or the file store throws
 */
export async function readMime(
  store: Store,
  source: Readable,
  multipart: string | null = null,
): Promise<Mime> {
  const parser = new LetterParser();
  const files: StoredFile[] = [];
  // mailparser may complain more than once; what counts is what the loop below sees.
  parser.on('error', () => {});
  const lines = new LineEnds();
  lines.on('error', (error) => parser.destroy(error));
  source.on('error', (error) => parser.destroy(error));
  const whole = multipart === null ? source : withType(source, multipart);
  whole.on('error', (error) => parser.destroy(error));
  whole.pipe(lines).pipe(parser);
  try {
    let body: Body | null = null;
    for await (const part of withinTime(parser)) {
      if (part.type === 'text') body = part as unknown as Body;
      else files.push(await storePart(store, part));
    }
    for (const { name, content } of parser.inlineFiles) {
      const type = mediaType(false);
      const named = { name: fileName(name, type), type, inlineId: null, beginning: null };
      files.push({ ...(await store.put(content)), ...named });
    }
    const all = (parser.headerLines || []).map(({ line }) => line);
    return { lines: multipart === null ? all : all.slice(1), body, files };
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Of two headers of one name the first counts. */
function withType(source: Readable, type: string): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(`Content-Type: ${type}\r\n`, 'latin1');
      yield* source;
    })(),
    { objectMode: false },
  );
}

async function* withinTime(parser: LetterParser) {
  const timer = setTimeout(() => parser.destroy(new Error('took too long')), longestReadingMs);
  try {
    yield* parser;
  } finally {
    clearTimeout(timer);
  }
}
