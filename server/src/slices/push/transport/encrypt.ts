import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gave us to encrypt for it: both base64url. */
export type Recipient = { publicKey: string; auth: string };

/** What is drawn by chance for each message; given by tests only, which hold us against the RFC. */
export type Chance = { ecdh: ECDH; salt: Buffer };

/** One record is enough: push services take 4096 bytes (RFC 8030 §7.2). */
const recordSize = 4096;

/**
 * Encrypts a message for one browser (RFC 8291, in the coding aes128gcm of RFC 8188): the push
 * service that carries it cannot read it.
 * @throws Error when the browser's key is no point of the curve, or the text is too long for a record
 */
export function encrypt(text: Buffer, recipient: Recipient, chance = drawn()): Buffer {
  const { ecdh, salt } = chance;
  const theirs = Buffer.from(recipient.publicKey, 'base64url');
  const ours = ecdh.getPublicKey();
  const header = Buffer.concat([salt, Buffer.alloc(4), Buffer.from([ours.length]), ours]);
  header.writeUInt32BE(recordSize, salt.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = derive(
    ecdh.computeSecret(theirs),
    Buffer.from(recipient.auth, 'base64url'),
    info,
    32,
  );
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // The last record ends with a byte 2, after which there may be padding.
  const sealed = Buffer.concat([cipher.update(text), cipher.update(Buffer.from([2]))]);
  const body = Buffer.concat([header, sealed, cipher.final(), cipher.getAuthTag()]);
  if (body.length - header.length > recordSize) throw new Error('too long for one push');
  return body;
}

function drawn(): Chance {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return { ecdh, salt: randomBytes(16) };
}

/** HKDF-SHA-256 (RFC 5869). */
function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
