import type { HttpRequest, SessionState } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';

/** Why these routes are not among the changes of settings. */
export const ownSignIn = "it is one's own sign-in";

/**
 * The session of the person who asks, and the agent they are.
 * @throws Problem forbidden for a key: sign-in belongs to people
 */
export function ownSession(request: HttpRequest): SessionState & { agentId: string } {
  const { session, actor } = request.identity;
  if (session && actor.kind === 'agent') return { ...session, agentId: actor.id };
  throw new Problem('forbidden', { detail: 'A key has no sign-in of its own.' });
}
