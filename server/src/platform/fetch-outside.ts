import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Settings } from './settings.ts';
import { isOutside } from './network.ts';

/** What is asked of another server. */
export type Ask = {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** An answer that was read to its end. */
export type Answer = { status: number; headers: IncomingMessage['headers']; text: string };
/** The same, as it came. */
export type AnswerInBytes = Omit<Answer, 'text'> & { bytes: Buffer };

/** An address that is not asked at all: inside, not encrypted, or no address of the web. */
export class RefusedAddress extends Error {
  readonly code: 'inside' | 'not_encrypted' | 'not_web';

  constructor(code: RefusedAddress['code'], message: string) {
    super(message);
    this.name = 'RefusedAddress';
    this.code = code;
  }
}

const withinMs = 15_000;
const mostBytes = 1024 * 1024;

/**
 * Asks a server whose address somebody wrote into the settings or sent to us. Only servers of the
 * open internet are asked, and only encrypted, lest Baton be made to ask what nobody outside can
 * reach (SSRF): every address of the name must be outside, and the connection goes to those very
 * addresses. Hosts that the operator named (FETCH_INSIDE) are asked wherever they are, by HTTP,
 * too. Redirections are not followed; an answer may have 1 MB and take 15 seconds.
 * @throws RefusedAddress before anything is sent; Error with the system's code
 */
export async function fetchOutside(
  settings: Pick<Settings, 'fetchInside'>,
  address: string,
  ask: Ask = {},
): Promise<Answer> {
  const { bytes, ...answer } = await fetchBytesOutside(settings, address, ask, mostBytes);
  return { ...answer, text: bytes.toString('utf8') };
}

/**
 * The same for what is no text, of `most` bytes.
 * @throws RefusedAddress before anything is sent; Error with the system's code
 */
export async function fetchBytesOutside(
  settings: Pick<Settings, 'fetchInside'>,
  address: string,
  ask: Ask,
  most: number,
): Promise<AnswerInBytes> {
  const url = webAddress(address);
  const found = await checked(settings, url);
  const signal = AbortSignal.timeout(withinMs);
  const begin = url.protocol === 'https:' ? safeRequest : plainRequest;
  const sending = begin(url, {
    method: ask.method ?? 'GET',
    headers: { ...ask.headers, ...(ask.body && { 'content-length': Buffer.byteLength(ask.body) }) },
    // A connection of its own: none that was opened to another address.
    agent: false,
    lookup: pinnedTo(found),
    signal,
  });
  sending.end(ask.body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    bytes: await bytesOf(answer, most),
  };
}

/**
 * Why an address would not be asked, as a sentence; null when it would, or when nobody knows now
 * where its name leads.
 */
export async function fetchRefusal(
  settings: Pick<Settings, 'fetchInside'>,
  address: string,
): Promise<string | null> {
  try {
    await checked(settings, webAddress(address));
    return null;
  } catch (error) {
    return error instanceof RefusedAddress ? error.message : null;
  }
}

function webAddress(address: string): URL {
  const url = URL.parse(address);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new RefusedAddress('not_web', 'Only addresses of the web (https) are asked.');
}

type Found = { address: string; family: number };

/** The addresses behind a name, all of which may be asked. */
async function checked({ fetchInside }: Pick<Settings, 'fetchInside'>, url: URL): Promise<Found[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isNamed = fetchInside.includes(host);
  if (url.protocol === 'http:' && !isNamed) {
    throw new RefusedAddress('not_encrypted', `${host} is asked by https only.`);
  }
  const family = isIP(host);
  const found = family > 0 ? [{ address: host, family }] : await lookup(host, { all: true });
  if (isNamed || found.every((one) => isOutside(one.address))) return found;
  throw new RefusedAddress(
    'inside',
    `${host} is an address inside, which is not asked. Whoever runs Baton can allow it by FETCH_INSIDE.`,
  );
}

/** Answers with what was checked, whatever the name leads to meanwhile (DNS rebinding). */
function pinnedTo(found: Found[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = found;
    if (options.all) answer(null, found);
    else answer(null, first!.address, first!.family);
  };
}

async function bytesOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      answer.destroy();
      throw new Error(`The answer is larger than ${Math.round(most / (1024 * 1024))} MB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
