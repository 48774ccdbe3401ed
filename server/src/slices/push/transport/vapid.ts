import { createECDH, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { hourMs, secondMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';

/** A pair of keys by which push services know us: the public one is a point (base64url). */
export type VapidKeys = { publicKey: string; privateKey: string };

/** A proof holds for so long; a day is the most that services take (RFC 8292 §2). */
const proofMs = 12 * hourMs;

/** Draws a pair of keys; the private one is PKCS #8 in base64url. */
export function newVapidKeys(): VapidKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const { d } = privateKey.export({ format: 'jwk' });
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(d!, 'base64url'));
  return {
    publicKey: ecdh.getPublicKey().toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}

/**
 * The header that tells a push service who sends (RFC 8292): signed for this service, for half a day.
 * @param contact where the service can reach us: a page or a mail address, as a URI
 */
export function vapidHeader(
  { publicKey, privateKey }: VapidKeys,
  { endpoint, contact, now }: { endpoint: string; contact: string; now: Date },
): string {
  const exp = Math.floor(plus(now, proofMs).getTime() / secondMs);
  const claims = { aud: new URL(endpoint).origin, exp, sub: contact };
  const signed = [{ typ: 'JWT', alg: 'ES256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  });
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey}`;
}
