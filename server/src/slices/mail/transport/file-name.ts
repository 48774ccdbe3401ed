import { decodeWords, oneLine } from './decode-header.ts';

const extensions: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/ms-tnef': 'dat',
  'application/pkcs7-mime': 'p7m',
  'application/pgp-encrypted': 'asc',
  'text/calendar': 'ics',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
};

/** How much of the name that a mail gives is looked at: 200 letters may be encoded in so many. */
const longestGiven = 4000;

/** A name under which a file can be kept and offered: no folders, no control characters, ≤ 200. */
export function fileName(given: string | undefined, type: string): string {
  const name = oneLine(decodeWords((given ?? '').slice(0, longestGiven)))
    .replace(/[/\\:*?"<>|\u202a-\u202e\u2066-\u2069]+/g, '_')
    .replace(/^\.+/, '_');
  if (name !== '' && name !== '_') return shorten(name);
  return `${type.startsWith('message/') ? 'message' : type.startsWith('image/') ? 'image' : 'attachment'}.${extensions[type] ?? 'bin'}`;
}

/** Keeps the extension of a long name, by which people and programs know what it is. */
function shorten(name: string): string {
  if (name.length <= 200) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, 200 - extension.length).toWellFormed()}${extension}`;
}

/** The media type in lower case, or the one that says nothing. */
export function mediaType(given: string | false | undefined): string {
  const type = (given || '').toLowerCase().trim();
  return /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.test(type) ? type : 'application/octet-stream';
}
