import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { secondMs } from '../../kernel/duration.ts';

/** What every authenticator app takes without being told: six digits, thirty seconds, SHA-1. */
const digits = 6;
const stepMs = 30 * secondMs;

/** Of the steps beside the present one: so far may the clock of a telephone be off. */
const tolerated = [0, -1, 1];

/** A secret for an authenticator: 160 bits, as RFC 4226 §4 recommends. */
export function newAuthenticatorSecret(): Buffer {
  return randomBytes(20);
}

/** The code of a time step (RFC 6238, by way of RFC 4226 §5.3). */
export function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.at(-1)! & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / stepMs);
}

/**
 * The time step to which a code belongs, now or just before or after; null when it is wrong, or
 * belongs to a step that is not later than `used` (RFC 6238 §5.2: a code counts once).
 */
export function matchingStep(
  secret: Buffer,
  code: string,
  now: Date,
  used: number | null,
): number | null {
  const given = Buffer.from(code);
  const matches = tolerated
    .map((offset) => stepOf(now) + offset)
    .filter((step) => {
      const expected = Buffer.from(codeOfStep(secret, step));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  return matches.find((step) => used === null || step > used) ?? null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding (RFC 4648 §6), as authenticators take secrets. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What the picture says that an authenticator reads: the key URI format that all of them know. */
export function authenticatorUri(secret: string, account: string): string {
  const label = `Baton:${account}`;
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${secret}&issuer=Baton`;
}

/** The bytes behind a text that `base32` made. */
export function bytesOfBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'));
  const whole = bits.join('').match(/[01]{8}/g) ?? [];
  return Buffer.from(whole.map((byte) => Number.parseInt(byte, 2)));
}
