import { parametersOf } from './decode/parameters.ts';

/** The headers of a part as mailsplit keeps them; what it made of them may be put right. */
export type PartHead = {
  contentType: string | false;
  charset: string | false;
  encoding: string | false;
  disposition: string | false;
  filename: string | false;
  headers: { getList: () => { key: string; line: string }[] };
};

/** Content types that mean another one, as some programs write them. */
const meant: Record<string, string> = {
  text: 'text/plain',
  html: 'text/html',
  'text/htm': 'text/html',
  'plain/text': 'text/plain',
  'text/text': 'text/plain',
  'html/text': 'text/html',
};

/**
 * Reads what programs write into the headers of a part although RFC 2045, 2183 and 2231 do not allow
 * it: other names of the encodings, file names in raw bytes, in pieces out of order, in encoded words.
 */
export function readPartHead(head: PartHead): void {
  const line = (name: string) => head.headers.getList().find(({ key }) => key === name)?.line;
  const type = parametersOf(line('content-type') ?? '');
  const disposition = parametersOf(line('content-disposition') ?? '');
  head.filename = disposition.get('filename') || type.get('name') || head.filename;
  head.charset = type.get('charset') || head.charset;
  if (head.contentType) head.contentType = meant[head.contentType] ?? head.contentType;
  head.encoding = encodingOf(head.encoding || '');
}

function encodingOf(given: string): string {
  const name = given.replace(/["']/g, '').split(/[\s;,]/)[0] ?? '';
  if (/^base-?_?64$/.test(name)) return 'base64';
  return /^(quoted[-_]?printable|qp)$/.test(name) ? 'quoted-printable' : name;
}
