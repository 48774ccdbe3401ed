import type { Actor } from '../kernel/actor.ts';
import { invalid } from './refusals.ts';

/** Whose id an act is about that names no agent: whoever acts. @throws Problem invalid_request */
export function ownId(actor: Actor): string {
  if (actor.kind === 'agent') return actor.id;
  throw invalid('agent', 'key_is_nobody');
}
