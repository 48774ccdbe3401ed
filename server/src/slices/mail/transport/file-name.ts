import { safeFileName } from '../../../platform/file-name.ts';
import { decodeWords } from './decode-header.ts';

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

/** The name of a file as a mail gives it, under which it can be kept and offered. */
export function fileName(given: string | undefined, type: string): string {
  const name = safeFileName(decodeWords((given ?? '').slice(0, longestGiven)));
  if (name !== '') return name;
  return `${type.startsWith('message/') ? 'message' : type.startsWith('image/') ? 'image' : 'attachment'}.${extensions[type] ?? 'bin'}`;
}
