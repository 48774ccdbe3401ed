import { agentHeader } from '@baton/contract';
import type { z } from 'zod';
import { comeInAgain, comingIn, doorOf } from './door.ts';
import { anotherAgentCame, pageAgent } from './page-agent.ts';
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
  /** Asked for whoever is signed in, also where it is another agent than whose page this is. */
  anyone?: boolean;
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
      headers: headersOf(path, sent),
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

function headersOf(path: string, sent: Sent): Record<string, string> {
  const json = sent.body !== undefined && !(sent.body instanceof FormData);
  // At the door anybody may come in.
  const anyone = sent.anyone || (isAuth(path) && comingIn() !== null);
  const agent = anyone ? null : pageAgent();
  return {
    accept: 'application/json',
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
    ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
    ...(agent === null ? {} : { [agentHeader]: agent }),
  };
}

const isAuth = (path: string) => path.startsWith('/api/auth/');

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
  const waits = !sent.fleeting && !isAuth(path);
  if (sent.fleeting && comingIn()) throw new Refusal('not_signed_in', 401);
  if (waits) await behindTheDoor();
  const response = await send(path, sent);
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  if (refusal.code === 'another_agent') anotherAgentCame();
  if (waits && doorOf(refusal) && (await comeInAgain())) return granted(path, sent);
  if (refusal.code !== 'step_up_needed' || !(await confirmAgain())) throw refusal;
  // The session may have ended while they were asked.
  await behindTheDoor();
  return granted(path, sent);
}

/** Waits while somebody signs in. @throws Refusal `not_signed_in` when nobody did */
export async function behindTheDoor(): Promise<void> {
  if ((await comingIn()) === false) throw new Refusal('not_signed_in', 401);
}
