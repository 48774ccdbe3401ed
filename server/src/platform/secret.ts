import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { writeOnce } from './write-once.ts';

/** What only this installation can sign; several secrets while they are being rotated. */
export interface Secrets {
  /** The first secret, for libraries that want one of their own derivation. */
  readonly first: string;
  /**
   * HMAC-SHA256 (RFC 2104) of `text` with the first secret, base64url. `purpose` keeps a signature
   * made for one use from being accepted for another.
   */
  sign(purpose: string, text: string): string;
  /** Whether any of the secrets made `mac`, compared in constant time. */
  verify(purpose: string, text: string, mac: string): boolean;
  /** What `sign` gives with each of the secrets: for signatures of which only a part is kept. */
  signAll(purpose: string, text: string): string[];
  /**
   * A key of 32 bytes derived from each secret for a purpose (HKDF-SHA256, RFC 5869), the first
   * secret's first.
   */
  keys(purpose: string): Buffer[];
}

/** `secrets`: at least one; the first signs, all verify. */
export function makeSecrets(secrets: readonly string[]): Secrets {
  const [first] = secrets;
  if (first === undefined) throw new Error('at least one secret is needed');
  return {
    first,
    sign: (purpose, text) => hmac(first, purpose, text).toString('base64url'),
    signAll: (purpose, text) =>
      secrets.map((secret) => hmac(secret, purpose, text).toString('base64url')),
    keys: (purpose) => secrets.map((secret) => derive(secret, purpose)),
    verify(purpose, text, mac) {
      const given = Buffer.from(mac, 'base64url');
      // Not `some`: all are computed, so that time does not tell which secret is in use.
      const matches = secrets.filter((secret) => {
        const expected = hmac(secret, purpose, text);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
      return matches.length > 0;
    },
  };
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'baton', purpose, 32));
}

function hmac(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose.length}:${purpose}:${text}`).digest();
}

/**
 * 128 bits of a signature, in hexadecimal, for an address in a mail: nobody guesses them, they fit a
 * line, and no program takes the last letter for a punctuation mark.
 */
export function shortSignature(mac: string): string {
  return Buffer.from(mac, 'base64url').toString('hex').slice(0, 32);
}

/**
 * The secret kept with the data, made at the first start: 32 random bytes in `dataDir/secret`, which
 * only the server's user may read. It belongs to the backup: thread tokens live for years.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  return writeOnce(join(dataDir, 'secret'), randomBytes(32).toString('base64url'));
}
