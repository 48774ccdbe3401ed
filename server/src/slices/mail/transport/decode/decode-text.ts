import { TextDecoder } from 'node:util';
import { charsetName } from './charset-names.ts';
import { guessCharset } from './guess-charset.ts';

/**
 * The text that bytes stand for. The label is believed as far as it fits: bytes that are UTF-8
 * whatever it says are read as that, and where it is wrong, missing or unknown the likeliest is
 * taken. Never fails; what nobody can read becomes replacement characters.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const marked = byMark(bytes);
  if (marked !== null) return strip(decode(marked, bytes));
  const name = charsetName(label);
  if (name === 'utf-7') return fromUtf7(latin1(bytes));
  if (name === 'hz-gb-2312') return fromHz(latin1(bytes));
  if (name?.startsWith('utf-16')) return fromUtf16(bytes, name);
  if (isAscii(bytes)) return hasEscapes(bytes) ? decode('iso-2022-jp', bytes) : latin1(bytes);
  const multibyte = name !== null && /^(gb|big5|euc|shift|iso-2022)/.test(name);
  const attempts = multibyte ? [name, 'utf-8'] : ['utf-8'];
  for (const attempt of attempts) {
    const text = decodeStrictly(attempt, bytes);
    if (text !== null) return strip(text);
  }
  if (name !== null && !/^(utf-8|us-ascii)$/.test(name)) return decode(name, bytes);
  return mostlyUtf8(bytes) ?? decode(guessCharset(bytes), bytes);
}

/** A byte order mark says what follows, whatever the label says. */
function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeStrictly(name: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(name: string, bytes: Uint8Array): string {
  return new TextDecoder(name).decode(bytes);
}

/** UTF-8 of which a little was damaged on the way: a guess would spoil all of it. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = decode('utf-8', bytes);
  const wrong = text.match(/\ufffd/gu)?.length ?? 0;
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  return wrong * 4 < foreign ? text : null;
}

/** RFC 2781 §4.3 has a byte order mark decide; without one the zeros of Latin text do. */
function fromUtf16(bytes: Uint8Array, name: string): string {
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => at % 2 === odd && byte === 0));
  const [even, odd] = zeros.map(({ length }) => length);
  if (even === odd && even === 0 && isAscii(start)) return latin1(bytes);
  if (even! > odd!) return decode('utf-16be', bytes);
  return decode(even === odd ? name : 'utf-16le', bytes);
}

/** RFC 2152: base64 of UTF-16 between `+` and `-`. */
function fromUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, encoded: string) => {
    if (encoded === '') return whole === '+-' ? '+' : whole;
    const bytes = Buffer.from(encoded, 'base64');
    return decode('utf-16be', bytes.subarray(0, bytes.length - (bytes.length % 2)));
  });
}

/** RFC 1843: GB 2312 without its high bits between `~{` and `~}`. */
function fromHz(text: string): string {
  return text.replace(/~\{([\s\S]*?)(?:~\}|$)|~~|~\r?\n/g, (whole, encoded?: string) => {
    if (encoded === undefined) return whole === '~~' ? '~' : '';
    return decode(
      'gb18030',
      Uint8Array.from(encoded, (letter) => letter.charCodeAt(0) | 0x80),
    );
  });
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** ISO-2022-JP says where its characters begin, and needs no label. */
function hasEscapes(bytes: Uint8Array): boolean {
  return /\u001b(\$[@B]|\(J|\$\(D)/.test(latin1(bytes));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function strip(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
