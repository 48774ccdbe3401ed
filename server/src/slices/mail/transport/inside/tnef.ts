import { decodeText } from '../decode/decode-text.ts';
import { ByteReader } from './bytes.ts';
import { type MapiProperties, type MapiValue, readMapiProperties } from './mapi-properties.ts';
import { unpackRtf } from './rtf-unpack.ts';
import { textOfRtf } from './rtf-text.ts';

/** What a winmail.dat holds: the body in the best form it has, and the files. */
export type Tnef = {
  text: string | null;
  html: string | null;
  files: { name: string; type: string | null; inlineId: string | null; content: Buffer }[];
};

const signature = 0x223e9f78;
const attributes = {
  title: 0x18010,
  body: 0x2800c,
  data: 0x6800f,
  codepage: 0x69007,
  rendering: 0x69002,
  message: 0x69003,
  attachment: 0x69005,
};
const properties = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  type: 0x370e,
  contentId: 0x3712,
};
const mostFiles = 200;

type Attached = { title: Buffer | null; data: Buffer | null; properties: MapiProperties };
type Found = { charset: string; body: Buffer | null; message: MapiProperties; files: Attached[] };

/** Whether bytes begin as a winmail.dat does. */
export function isTnef(bytes: Buffer): boolean {
  return bytes.length > 6 && bytes.readUInt32LE() === signature;
}

/** Opens a winmail.dat (MS-OXTNEF) as far as it can be read; holds its bytes in memory. */
export function readTnef(bytes: Buffer): Tnef {
  const found: Found = { charset: 'windows-1252', body: null, message: new Map(), files: [] };
  const reader = new ByteReader(bytes);
  reader.skip(6);
  while (reader.left >= 11) {
    reader.skip(1);
    const id = reader.uint32();
    const length = reader.uint32();
    // Of the last one there may be less than it says.
    takeAttribute(found, id, reader.take(Math.min(length, reader.left)));
    reader.skip(2);
  }
  const { charset, message } = found;
  const text = (value: MapiValue | undefined) => textOf(value, charset);
  const rtf = message.get(properties.rtf);
  const body = text(message.get(properties.body)) ?? (found.body && plain(found.body, charset));
  const html = message.get(properties.html);
  return {
    text: body?.trim() || (rtf ? textOfRtf(unpackRtf(rtf.bytes)) : null) || null,
    html: html ? decodeText(html.bytes, htmlCharset(html.bytes) ?? charset) : null,
    files: found.files.map((file) => fileOf(file, charset)).filter((file) => file !== null),
  };
}

function takeAttribute(found: Found, id: number, data: Buffer): void {
  if (id === attributes.rendering && found.files.length < mostFiles) {
    found.files.push({ title: null, data: null, properties: new Map() });
  }
  const file = found.files.at(-1);
  if (id === attributes.codepage && data.length >= 4) {
    found.charset = `windows-${data.readUInt32LE()}`;
  } else if (id === attributes.message) found.message = readMapiProperties(data);
  else if (id === attributes.body) found.body = data;
  else if (id === attributes.title && file) file.title = data;
  else if (id === attributes.data && file) file.data = data;
  else if (id === attributes.attachment && file) file.properties = readMapiProperties(data);
}

function fileOf(file: Attached, charset: string): Tnef['files'][number] | null {
  const object = file.properties.get(properties.data);
  // An embedded message has the id of its interface in front.
  const content = file.data ?? (object?.type === 0x0d ? object.bytes.subarray(16) : object?.bytes);
  if (!content) return null;
  const name = (id: number) => textOf(file.properties.get(id), charset);
  const title = file.title && plain(file.title, charset);
  return {
    name: name(properties.longName) ?? title ?? name(properties.shortName) ?? '',
    type: name(properties.type),
    inlineId: name(properties.contentId),
    content,
  };
}

function textOf(value: MapiValue | undefined, charset: string): string | null {
  if (!value) return null;
  return plain(value.bytes, value.type === 0x1f ? 'utf-16le' : charset) || null;
}

function plain(bytes: Buffer, charset: string): string {
  return decodeText(bytes, charset).replace(/\u0000+$/, '');
}

function htmlCharset(html: Buffer): string | null {
  return /charset\s*=\s*["']?([\w-]{1,40})/i.exec(html.toString('latin1', 0, 2000))?.[1] ?? null;
}
