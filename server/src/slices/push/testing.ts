import { webcrypto } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const { subtle } = webcrypto;
const curve = { name: 'ECDH', namedCurve: 'P-256' };

/** A push as it came to a push service, which cannot read it. */
type Came = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service of the web (RFC 8030), on this machine. */
export class PushService {
  readonly came: Came[] = [];
  /** What it answers next; 201 when nothing is said. */
  readonly answers: [status: number, headers?: Record<string, string>][] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    this.came.push({ path: request.url!, headers: request.headers, body });
    const [status, headers] = this.answers.shift() ?? [201];
    response.writeHead(status, headers).end();
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** A browser that lets push: it has the keys, and reads by the web's own means what came. */
export class Subscriber {
  readonly keys: { p256dh: string; auth: string };
  readonly #private: webcrypto.CryptoKey;

  private constructor(key: webcrypto.CryptoKey, p256dh: string) {
    const auth = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString('base64url');
    this.#private = key;
    this.keys = { p256dh, auth };
  }

  static async make(): Promise<Subscriber> {
    const pair = await subtle.generateKey(curve, true, ['deriveBits']);
    const point = Buffer.from(await subtle.exportKey('raw', pair.publicKey));
    return new Subscriber(pair.privateKey, point.toString('base64url'));
  }

  /** What a push says (RFC 8291 §4, RFC 8188 §2). @throws OperationError when it was changed */
  async read(body: Buffer): Promise<{ [name: string]: string }> {
    const salt = body.subarray(0, 16);
    const theirs = body.subarray(21, 21 + body[20]!);
    const sealed = body.subarray(21 + body[20]!);
    const publicKey = await subtle.importKey('raw', theirs, curve, false, []);
    const shared = await subtle.deriveBits({ name: 'ECDH', public: publicKey }, this.#private, 256);
    const auth = Buffer.from(this.keys.auth, 'base64url');
    const own = Buffer.from(this.keys.p256dh, 'base64url');
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs]);
    const secret = await derive(shared, auth, info, 32);
    const key = await derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const iv = await derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    const text = Buffer.from(await subtle.decrypt({ name: 'AES-GCM', iv }, aes, sealed));
    if (text.at(-1) !== 2) throw new Error('is not the last record');
    return JSON.parse(text.subarray(0, -1).toString('utf8'));
  }
}

async function derive(secret: ArrayBuffer, salt: Buffer, info: Buffer, length: number) {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8);
}

/** What a proof of who sends claims, when it is signed with the key it names (RFC 8292). */
export async function provenBy(authorization: string): Promise<{
  key: string;
  claims: { aud: string; exp: number; sub: string };
}> {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization)!;
  const [head, claims, signature] = token!.split('.');
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
  const raw = Buffer.from(key!, 'base64url');
  const publicKey = await subtle.importKey('raw', raw, ecdsa, false, ['verify']);
  const isTheirs = await subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    publicKey,
    Buffer.from(signature!, 'base64url'),
    Buffer.from(`${head}.${claims}`),
  );
  if (!isTheirs) throw new Error('is signed by somebody else');
  return { key: key!, claims: JSON.parse(Buffer.from(claims!, 'base64url').toString()) };
}
