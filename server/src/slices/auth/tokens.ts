import { createHash, randomBytes } from 'node:crypto';

/** A key as its holder sends it: 32 random bytes, and a name by which scanners find leaked ones. */
export function newKeyText(): string {
  return `baton_${randomBytes(32).toString('base64url')}`;
}

/**
 * What is stored of a key or link. A plain hash is enough: they are random, not chosen by people.
 */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
