import { ByteReader } from './bytes.ts';

/** What every compressed RTF begins by knowing (MS-OXRTFCP §2.1.2.1). */
const known = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n' +
    '\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const compressed = 0x75465a4c;
const plain = 0x414c454d;
/** As long as anybody reads; the format could grow to seventeen times its size. */
const longest = 4 * 1024 * 1024;

/** Unpacks compressed RTF (MS-OXRTFCP); as far as it goes, and nothing of what is none. */
export function unpackRtf(bytes: Buffer): Buffer {
  if (bytes.length < 16) return Buffer.alloc(0);
  const reader = new ByteReader(bytes);
  reader.skip(4);
  const size = Math.min(reader.uint32(), longest);
  const magic = reader.uint32();
  reader.skip(4);
  if (magic === plain) return bytes.subarray(16, 16 + size);
  return magic === compressed ? unpack(reader, size) : Buffer.alloc(0);
}

function unpack(reader: ByteReader, size: number): Buffer {
  const window = Buffer.alloc(4096);
  known.copy(window);
  const out = Buffer.alloc(size);
  let written = 0;
  let head = known.length;
  const put = (byte: number) => {
    out[written++] = byte;
    window[head] = byte;
    head = (head + 1) % window.length;
  };
  while (written < size && reader.left > 0) {
    const control = reader.uint8();
    for (let bit = 0; bit < 8 && written < size && reader.left > 0; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(reader.uint8());
        continue;
      }
      if (reader.left < 2) return out.subarray(0, written);
      const reference = (reader.uint8() << 8) | reader.uint8();
      const from = reference >> 4;
      // A reference to where we are is the end.
      if (from === head) return out.subarray(0, written);
      for (let step = 0; step < (reference & 15) + 2 && written < size; step++) {
        put(window[(from + step) % window.length]!);
      }
    }
  }
  return out.subarray(0, written);
}
