import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../platform/problem.ts';

/**
 * The agent who acts.
 * @throws Problem `forbidden` for a key that acts as itself: it writes nothing by and by
 */
export function agentOf(actor: Actor): string {
  if (actor.kind === 'agent') return actor.id;
  throw new Problem('forbidden', { detail: 'Only a person has drafts.' });
}
