import type { z } from 'zod';
import { comeInAgain, comingIn, doorOf } from './door.ts';
import { noteServerTime } from './server-time.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { confirmAgain } from './step-up.ts';

type Sent = {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a FormData is sent as it is. */
  body?: unknown;
  /** The version that was seen; the server refuses with `stale_version` if there is a newer one. */
  version?: number | undefined;
  /** Repeats with the same key have one effect. */
  key?: string;
  signal?: AbortSignal;
  /** Goes on when the page is closed meanwhile, unless it is longer than browsers let go on. */
  lasting?: boolean;
  /** Says nothing any more after a while: it does not wait until somebody has signed in again. */
  fleeting?: boolean;
};

/**
 * Asks the server and reads the answer by its schema.
 * @throws Refusal when there is no answer, a refusal, or an answer that the contract does not know
 */
export async function ask<T extends z.ZodType>(
  schema: T,
  path: string,
  sent: Sent = {},
): Promise<z.output<T>> {
  const response = await granted(path, sent);
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  const read = schema.safeParse(body);
  if (!read.success) throw new Refusal('unexpected', response.status, null, read.error);
  return read.data;
}

/** Sends and waits for the headers of the answer, whatever it is. */
export async function send(path: string, sent: Sent): Promise<Response> {
  try {
    const response = await fetch(path, {
      method: sent.method ?? 'GET',
      credentials: 'same-origin',
      headers: headersOf(sent),
      ...(sent.body === undefined ? {} : { body: bodyOf(sent.body) }),
      ...(sent.signal ? { signal: sent.signal } : {}),
      ...(sent.lasting && isShort(sent.body) ? { keepalive: true } : {}),
    });
    noteServerTime(response.headers.get('date'));
    return response;
  } catch (cause) {
    if (sent.signal?.aborted) throw cause;
    throw new Refusal('unreachable', 0, null, cause);
  }
}

function headersOf(sent: Sent): Record<string, string> {
  const json = sent.body !== undefined && !(sent.body instanceof FormData);
  return {
    accept: 'application/json',
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
    ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
  };
}

/** Browsers let 64 kB go on after their page; a character has four bytes at most. */
function isShort(body: unknown): boolean {
  return JSON.stringify(body ?? null).length < 15_000;
}

function bodyOf(body: unknown): BodyInit {
  return body instanceof FormData ? body : JSON.stringify(body);
}

/** Does something whose answer says nothing more. @throws Refusal */
export async function tell(path: string, sent: Sent): Promise<void> {
  await granted(path, sent);
}

/** A file that is fetched whole, where a link cannot ask who one is. @throws Refusal */
export async function fetchFile(path: string): Promise<Blob> {
  return (await granted(path, {})).blob();
}

/**
 * Sends; what is refused because the session ended, or because a dangerous act asks for a fresh proof
 * of who one is, is sent again once the person has signed in or proved it. While they sign in, nothing
 * else is sent: who comes in may be another.
 * @throws Refusal
 */
async function granted(path: string, sent: Sent): Promise<Response> {
  const waits = !sent.fleeting && !path.startsWith('/api/auth/');
  if (sent.fleeting && comingIn()) throw new Refusal('not_signed_in', 401);
  if (waits) await comingIn();
  const response = await send(path, sent);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  if (waits && doorOf(refusal) && (await comeInAgain())) return granted(path, sent);
  if (refusal.code !== 'step_up_needed' || !(await confirmAgain())) throw refusal;
  const again = await send(path, sent);
  if (!again.ok) throw await refusalOf(again);
  return again;
}
