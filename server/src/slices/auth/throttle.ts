import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { countAttempt } from './store/attempts.ts';

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
  const { allowed, retryAfter } = await countAttempt(deps.db, `${what}|${request.ip}`, signInLimit);
  if (allowed) return;
  reply.header('retry-after', String(retryAfter));
  throw new Problem('too_many_requests', { detail: 'Too many attempts. Try again later.' });
}
