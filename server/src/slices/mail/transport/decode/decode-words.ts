import { decodeText } from './decode-text.ts';

/** An encoded word (RFC 2047 §2), as it stands. */
type Word = { charset: string; encoding: string; content: string };

const opening = /=\?([^\s?*]{1,60})(?:\*[^\s?]{0,40})?\?([bq])\?/iy;

/**
 * Decodes the encoded words of a header (RFC 2047), as mail programs write them: split inside a
 * character, with spaces in them, never closed. What is none stays as it is.
 */
export function decodeWords(value: string): string {
  let text = '';
  let run: Word[] = [];
  let between = '';
  for (const piece of piecesOf(value)) {
    if (typeof piece !== 'string') {
      // RFC 2047 §6.2: white space between encoded words is not part of the text.
      run.push(piece);
      between = '';
    } else if (run.length > 0 && piece.trim() === '') between = piece;
    else {
      text += decodeRun(run) + between + piece;
      run = [];
      between = '';
    }
  }
  return text + decodeRun(run) + between;
}

function* piecesOf(value: string): Generator<string | Word> {
  let at = 0;
  while (at < value.length) {
    const start = value.indexOf('=?', at);
    if (start === -1) break;
    opening.lastIndex = start;
    const found = opening.exec(value);
    if (!found) {
      yield value.slice(at, start + 2);
      at = start + 2;
      continue;
    }
    if (start > at) yield value.slice(at, start);
    const from = start + found[0].length;
    const { content, next } = contentFrom(value, from);
    yield { charset: found[1]!.toLowerCase(), encoding: found[2]!.toLowerCase(), content };
    at = next;
  }
  if (at < value.length) yield value.slice(at);
}

/** Up to `?=`; a word that is never closed ends where the next begins, or at the end. */
function contentFrom(value: string, from: number): { content: string; next: number } {
  const end = value.indexOf('?=', from);
  const another = value.indexOf('=?', from);
  // The padding of base64 and the end make `=?=`, in which no word begins.
  const closed = end !== -1 && (another === -1 || end <= another + 1);
  if (closed) return { content: value.slice(from, end), next: end + 2 };
  const next = another === -1 ? value.length : another;
  return { content: value.slice(from, next).trimEnd(), next };
}

/** Words that follow each other in one character set may share a character. */
function decodeRun(words: Word[]): string {
  let text = '';
  let at = 0;
  while (at < words.length) {
    const { charset } = words[at]!;
    let end = at;
    while (end < words.length && words[end]!.charset === charset) end++;
    text += decodeText(bytesOf(words.slice(at, end)), charset);
    at = end;
  }
  return text;
}

function bytesOf(words: Word[]): Buffer {
  const bytes: Buffer[] = [];
  let open = '';
  for (const { encoding, content } of words) {
    if (encoding === 'b') {
      open += content.replace(/\s/g, '');
      // Some programs cut the base64 of a whole subject anywhere.
      if (open.length % 4 !== 0 && !open.endsWith('=')) continue;
    } else if (open === '') {
      bytes.push(fromQ(content));
      continue;
    }
    bytes.push(Buffer.from(open, 'base64'));
    if (encoding !== 'b') bytes.push(fromQ(content));
    open = '';
  }
  return Buffer.concat([...bytes, Buffer.from(open, 'base64')]);
}

/** RFC 2047 §4.2; a sign that is no code stays. */
function fromQ(content: string): Buffer {
  const bytes = Buffer.from(content.replaceAll('_', ' ')).toString('latin1');
  const plain = bytes.replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(plain, 'latin1');
}
