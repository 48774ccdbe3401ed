import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Secrets } from './secret.ts';

/**
 * Secrets of others (passwords, tokens) as they lie in the database: AES-256-GCM under a key derived
 * from our own secret. The form is `v1.<key>.<nonce>.<tag>.<sealed>`, each part base64url; `key`
 * tells which of several secrets sealed it.
 */

const version = 'v1';
const purpose = 'sealed';
const algorithm = 'aes-256-gcm';

/** A sealed text cannot be opened: our secret is another now, or the text was moved or changed. */
export class CannotOpen extends Error {
  constructor(cause?: unknown) {
    super('A stored secret cannot be opened with the secrets of this installation.', { cause });
    this.name = 'CannotOpen';
  }
}

/**
 * Seals a text with the first secret.
 * @param place where it is kept, for example `mailbox:<id>:password`; it opens nowhere else
 */
export function seal(secrets: Secrets, place: string, text: string): string {
  const [key] = secrets.keys(purpose);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key!, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [version, nameOf(key!), ...[nonce, cipher.getAuthTag(), sealed].map(written)].join('.');
}

/**
 * Opens what `seal` made for that place, with whichever of the secrets sealed it.
 * @throws CannotOpen
 */
export function unseal(secrets: Secrets, place: string, text: string): string {
  const [form, name, ...rest] = text.split('.');
  const [nonce, tag, sealed] = rest.map((part) => Buffer.from(part, 'base64url'));
  const key = secrets.keys(purpose).find((one) => nameOf(one) === name);
  if (form !== version || !key || !nonce || !tag || !sealed) throw new CannotOpen();
  try {
    const cipher = createDecipheriv(algorithm, key, nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8');
  } catch (error) {
    throw new CannotOpen(error);
  }
}

/** Whether a text was sealed with another than the first secret, which may be taken away one day. */
export function isOutdated(secrets: Secrets, text: string): boolean {
  return text.split('.')[1] !== nameOf(secrets.keys(purpose)[0]!);
}

/** Tells keys apart without telling anything of them. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8);
}

function written(part: Buffer): string {
  return part.toString('base64url');
}
