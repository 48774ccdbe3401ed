import type { Readable } from 'node:stream';
import { safeFileName } from './file-name.ts';
import type { HttpReply } from './http-types.ts';

/**
 * Sends a file as a download, not to be shown in our own origin: it may hold a script. Only with
 * `shownAs`, the type of a picture by its own bytes (`typeToShow`), the browser shows it, in a
 * sandbox all the same. `size` in bytes.
 */
export function sendDownload(
  reply: HttpReply,
  { name, size }: { name: string; size: number },
  content: Readable,
  shownAs: string | null = null,
): HttpReply {
  return reply
    .header('content-type', shownAs ?? 'application/octet-stream')
    .header('content-disposition', disposition(shownAs ? 'inline' : 'attachment', name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('content-length', size)
    .header('cache-control', 'private, no-store')
    .send(content);
}

/** RFC 6266: an ASCII name for old clients, the real one beside it. */
function disposition(how: 'inline' | 'attachment', given: string): string {
  const name = safeFileName(given) || 'file';
  const ascii = name.replaceAll(/[^\u0020-\u007e]|["\\]/g, '_');
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}
