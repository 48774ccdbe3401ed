/** A file that stands in the text itself, as programs did before MIME. */
export type InlineFile = { name: string; content: Buffer };

/** How many are taken out of one text. */
const mostFiles = 100;

/**
 * Takes uuencoded and yEnc files out of a text (its bytes as latin1 characters); their names stay
 * in their place. What only looks like one stays as it is.
 */
export function takeInlineFiles(text: string): { text: string; files: InlineFile[] } {
  if (!/^(begin |=ybegin )/m.test(text)) return { text, files: [] };
  const files: InlineFile[] = [];
  const rest: string[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const found = files.length < mostFiles ? fileAt(lines, at) : null;
    if (!found) {
      rest.push(lines[at]!);
      continue;
    }
    files.push(found.file);
    rest.push(`[${found.file.name}]`);
    at = found.last;
  }
  return { text: rest.join('\n'), files };
}

type Found = { file: InlineFile; last: number };

function fileAt(lines: readonly string[], at: number): Found | null {
  const first = lines[at]!;
  const uu = /^begin [0-7]{3,4} (\S.{0,200}?)\s*$/.exec(first);
  if (uu) return uuencoded(lines, at, uu[1]!);
  const yenc = /^=ybegin .{0,200}?name=(.{1,200}?)\s*$/.exec(first);
  return yenc ? yEncoded(lines, at, yenc[1]!) : null;
}

/** POSIX uuencode: 45 bytes to a line, its length in front. */
function uuencoded(lines: readonly string[], begin: number, name: string): Found | null {
  const content: Buffer[] = [];
  for (let at = begin + 1; at < lines.length; at++) {
    const line = lines[at]!.replace(/\r$/, '');
    if (line === 'end') return { file: { name, content: Buffer.concat(content) }, last: at };
    const length = ((line.charCodeAt(0) || 32) - 32) & 63;
    if (length === 0) continue;
    // One character more: some programs write a check sum behind.
    if (!/^[ -`]+$/.test(line) || line.length > Math.ceil(length / 3) * 4 + 3) return null;
    content.push(uuLine(line.slice(1), length));
  }
  return null;
}

function uuLine(text: string, length: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let at = 0, to = 0; to < length; at += 4, to += 3) {
    const value = [0, 1, 2, 3].reduce(
      (sum, place) => (sum << 6) | (((text.charCodeAt(at + place) || 32) - 32) & 63),
      0,
    );
    bytes.writeUIntBE(value, to, 3);
  }
  return bytes.subarray(0, length);
}

/** yEnc 1.3: each byte 42 further on, `=` before those that would be taken for something else. */
function yEncoded(lines: readonly string[], begin: number, name: string): Found | null {
  const content: Buffer[] = [];
  for (let at = begin + 1; at < lines.length; at++) {
    const line = lines[at]!.replace(/\r$/, '');
    if (line.startsWith('=yend')) {
      return { file: { name, content: Buffer.concat(content) }, last: at };
    }
    if (line.startsWith('=ybegin ')) return null;
    if (line.startsWith('=ypart')) continue;
    const bytes = line.replace(/=([\s\S])/g, (_, sign: string) =>
      String.fromCharCode((sign.charCodeAt(0) - 64) & 255),
    );
    content.push(Buffer.from(Buffer.from(bytes, 'latin1').map((byte) => (byte - 42) & 255)));
  }
  return null;
}
