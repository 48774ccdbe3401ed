import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { networkOf } from '../../platform/network.ts';
import { Problem } from '../../platform/problem.ts';
import { countAttempt, forgetAttempt } from './store/attempts.ts';

/** How often one network may try to sign in, by whatever way: per `window` in seconds. */
const signInLimit = { window: 60, max: 20 };

/**
 * Counts an attempt from the network of a request.
 * @throws Problem too_many_requests; the answer then says when to try again
 */
export async function refuseTooMany(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  what: string,
): Promise<void> {
  const { retryAfter } = await countAttempt(
    deps.db,
    `${what}|${networkOf(request.ip)}`,
    signInLimit,
  );
  if (retryAfter !== null) refuse(reply, retryAfter);
}

/** How often an agent may try to prove who they are: per `window` in seconds. */
const tries = { window: 900, max: 10 };

/**
 * Counts a try of somebody who is past the first door, by what they try and as whom.
 * @throws Problem too_many_requests; the answer then says when to try again
 */
export async function refuseTooManyTries(deps: Deps, reply: HttpReply, key: string): Promise<void> {
  const { retryAfter } = await countAttempt(deps.db, key, tries);
  if (retryAfter !== null) refuse(reply, retryAfter);
}

/** The tries that led to a success do not count. */
export async function forgetTries(deps: Deps, key: string): Promise<void> {
  await forgetAttempt(deps.db, key);
}

/** @throws Problem too_many_requests, always; the answer says after how many seconds to try again */
export function refuse(reply: HttpReply, retryAfter: number): never {
  reply.header('retry-after', String(retryAfter));
  throw new Problem('too_many_requests', { detail: 'Too many attempts. Try again later.' });
}
