import type { FastifyRequest } from 'fastify';

/**
 * Whether a request comes from one of our own pages: the browser says so itself (Sec-Fetch-Site,
 * W3C Fetch Metadata; sent on encrypted and local connections), or its Origin is where it is
 * going, or PUBLIC_URL. So Baton also works under another of its names (127.0.0.1, a host in the
 * local network): cookies belong to one name, and another site has none of ours.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return origin === new URL(publicUrl).origin || hostOf(origin) === request.host;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
