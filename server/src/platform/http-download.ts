import type { Readable } from 'node:stream';
import type { HttpReply } from './http-types.ts';

/**
 * Sends a file as a download, never to be shown in our own origin: it may hold a script. `size` in
 * bytes.
 */
export function sendDownload(
  reply: HttpReply,
  { name, size }: { name: string; size: number },
  content: Readable,
): HttpReply {
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', attachment(name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('content-length', size)
    .header('cache-control', 'private, no-store')
    .send(content);
}

/** RFC 6266: an ASCII name for old clients, the real one beside it. */
function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\u0020-\u007e]|["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}
