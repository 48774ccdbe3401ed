import { ByteReader } from './bytes.ts';

/** The properties of a message or attachment in Exchange's form, by their id (MS-OXPROPS). */
export type MapiProperties = Map<number, MapiValue>;
export type MapiValue = { type: number; bytes: Buffer };

/** More properties than any message has, and more values than any property. */
const most = 5000;

/** Value sizes by type (MS-OXCDATA §2.11.1), padded to four bytes as TNEF does. */
const sizes = new Map([
  ...[0x02, 0x03, 0x04, 0x0a, 0x0b].map((type) => [type, 4] as const),
  ...[0x05, 0x06, 0x07, 0x14, 0x40].map((type) => [type, 8] as const),
  [0x48, 16] as const,
]);
const withLength = new Set([0x0d, 0x1e, 0x1f, 0x102]);

/** Reads the properties as far as they can be read (MS-OXTNEF §2.1.3.4). */
export function readMapiProperties(bytes: Buffer): MapiProperties {
  const properties: MapiProperties = new Map();
  const reader = new ByteReader(bytes);
  try {
    const count = Math.min(reader.uint32(), most);
    for (let index = 0; index < count; index++) {
      const [id, value] = readProperty(reader);
      if (value && !properties.has(id)) properties.set(id, value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return properties;
}

function readProperty(reader: ByteReader): [id: number, value: MapiValue | null] {
  const tag = reader.uint16();
  const id = reader.uint16();
  if (id >= 0x8000) skipName(reader);
  const type = tag & 0xfff;
  const size = sizes.get(type);
  if (size === undefined && !withLength.has(type)) throw new RangeError('an unknown type');
  const many = (tag & 0x1000) !== 0 || size === undefined;
  const count = many ? Math.min(reader.uint32(), most) : 1;
  let first: Buffer | null = null;
  for (let index = 0; index < count; index++) {
    const length = size ?? reader.uint32();
    const value = reader.take(length);
    reader.skip((4 - (length % 4)) % 4);
    first ??= value;
  }
  return [id, first && { type, bytes: first }];
}

function skipName(reader: ByteReader): void {
  reader.take(16);
  const byNumber = reader.uint32() === 0;
  const length = reader.uint32();
  if (!byNumber) reader.take(length + ((4 - (length % 4)) % 4));
}
