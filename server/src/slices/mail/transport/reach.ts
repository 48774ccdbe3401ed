import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ChannelTrouble, troubleOf } from './channel-trouble.ts';
import { isInside } from '../../../platform/network.ts';

/** `tls`: from the first byte; `starttls`: or not at all; `plain`: inside only, never by itself. */
export type Security = 'tls' | 'starttls' | 'plain';

/**
 * Where to connect; without TLS to the very address that was found to be inside.
 * @throws ChannelTrouble plain_outside, or when there is no such host
 */
export async function reach({ host, security }: { host: string; security: Security }) {
  if (security !== 'plain') return { host, ...(isIP(host) ? {} : { servername: host }) };
  const found = await lookup(host).catch((error: unknown) => {
    throw troubleOf(error);
  });
  if (!isInside(found.address)) throw new ChannelTrouble('plain_outside', host);
  return { host: found.address };
}

/** The same trouble, where it was a token that was refused and no password. */
export function explained(error: unknown, byToken: boolean): ChannelTrouble {
  const trouble = troubleOf(error);
  if (trouble.code !== 'refused_password' || !byToken) return trouble;
  return new ChannelTrouble('refused_token', trouble.said, error);
}
