import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/**
 * The version that the caller has seen (`If-Match: "7"`, RFC 9110 §13.1.1); null when the header
 * is missing or `*`. A proxy that compresses may have made it weak (`W/"7"`); it counts all the same.
 * @throws Problem stale_version when it is not a version that Baton gave.
 */
export function ifMatch(request: Pick<FastifyRequest, 'headers'>): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const found = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header);
  if (found) return Number(found[1]);
  throw new Problem('stale_version', {
    detail: 'If-Match does not hold a version of this. Read it again and use its ETag.',
  });
}

/** Says which version the answer shows. */
export function sendETag(reply: { header(name: 'etag', value: string): unknown }, version: number) {
  reply.header('etag', `"${version}"`);
}
