import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { countAttempt, forgetAttempt } from './store/attempts.ts';

/** How often one network address may try to sign in, by whatever way: per `window` in seconds. */
export const signInLimit = { window: 60, max: 20 };

/**
 * Counts an attempt from the network address of a request.
 * @throws Problem too_many_requests; the answer then says when to try again
 */
export async function refuseTooMany(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  what: string,
): Promise<void> {
  refuse(reply, await countAttempt(deps.db, `${what}|${request.ip}`, signInLimit));
}

/** How often an agent may try to prove who they are: per `window` in seconds. */
const tries = { window: 900, max: 10 };

/**
 * Counts a try of somebody who is past the first door, by what they try and as whom.
 * @throws Problem too_many_requests; the answer then says when to try again
 */
export async function refuseTooManyTries(deps: Deps, reply: HttpReply, key: string): Promise<void> {
  refuse(reply, await countAttempt(deps.db, key, tries));
}

/** The tries that led to a success do not count. */
export async function forgetTries(deps: Deps, key: string): Promise<void> {
  await forgetAttempt(deps.db, key);
}

type Counted = Awaited<ReturnType<typeof countAttempt>>;

function refuse(reply: HttpReply, { allowed, retryAfter }: Counted): void {
  if (allowed) return;
  reply.header('retry-after', String(retryAfter));
  throw new Problem('too_many_requests', { detail: 'Too many attempts. Try again later.' });
}
