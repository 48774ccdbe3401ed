/**
 * What a content is by its own first bytes. Only kinds that somebody has a use for: whatever is not
 * here stays what it is called, and is never shown by us.
 */

/** So many bytes are enough for every kind below. */
export const tellingBytes = 32;

type Sign = {
  type: string;
  at?: number;
  bytes: readonly number[];
  and?: (begin: Buffer) => boolean;
};

const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const says = (at: number, text: string) => (begin: Buffer) =>
  begin.toString('latin1', at, at + text.length) === text;

const signs: Sign[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: ascii('GIF87a') },
  { type: 'image/gif', bytes: ascii('GIF89a') },
  { type: 'image/webp', bytes: ascii('RIFF'), and: says(8, 'WEBP') },
  { type: 'image/avif', at: 4, bytes: ascii('ftypavif') },
  { type: 'image/heic', at: 4, bytes: ascii('ftyphei') },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/bmp', bytes: ascii('BM'), and: (begin) => begin.readUInt32LE(6) === 0 },
  { type: 'application/pdf', bytes: ascii('%PDF-') },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { type: 'application/gzip', bytes: [0x1f, 0x8b] },
  { type: 'application/x-7z-compressed', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { type: 'application/vnd.rar', bytes: ascii('Rar!\u001a\u0007') },
  // Word, Excel and Outlook of old.
  { type: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { type: 'audio/mpeg', bytes: ascii('ID3') },
  { type: 'audio/wav', bytes: ascii('RIFF'), and: says(8, 'WAVE') },
  { type: 'audio/ogg', bytes: ascii('OggS') },
  { type: 'video/webm', bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: 'video/mp4', at: 4, bytes: ascii('ftyp') },
];

/** The media type that the first bytes of a content show; null: none that is known here. */
export function kindOf(beginning: Uint8Array): string | null {
  const begin = Buffer.alloc(tellingBytes);
  begin.set(beginning.subarray(0, tellingBytes));
  const found = signs.find(({ at = 0, bytes, and }) => {
    const fits = bytes.every((byte, place) => begin[at + place] === byte);
    return fits && at + bytes.length <= beginning.length && (and === undefined || and(begin));
  });
  return found?.type ?? null;
}

/** What is packed in a container of a more general kind. */
const packed: Record<string, RegExp> = {
  'application/zip': /^application\/(vnd\.openxmlformats-|vnd\.oasis\.opendocument\.|epub\+zip)/,
  'application/x-ole-storage': /^application\/(msword|vnd\.ms-|vnd\.visio)/,
};
const telling = new Set(signs.map(({ type }) => type));

/**
 * The type under which a file is kept: what its bytes show; more exactly as whoever sent it says,
 * where that can be; and never one of the kinds whose bytes it would have to show, and does not.
 */
export function typeToKeep(beginning: Uint8Array, declared: string): string {
  const shown = kindOf(beginning);
  if (shown) return packed[shown]?.test(declared) ? declared : shown;
  const isOther = /^(text|message)\//.test(declared) || !/^(image|audio|video)\//.test(declared);
  return isOther && !telling.has(declared) ? declared : 'application/octet-stream';
}

/** Pictures that browsers show without running anything in them (an SVG may hold a script). */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The type under which a content may be shown in the browser; null: it is only downloaded. */
export function typeToShow(beginning: Uint8Array): string | null {
  const kind = kindOf(beginning);
  return kind !== null && pictures.has(kind) ? kind : null;
}
