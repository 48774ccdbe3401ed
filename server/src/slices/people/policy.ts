import { type Actor, isAdmin } from '../../kernel/actor.ts';

/** What agents may change of themselves; the rest of them, and everybody else, administrators. */
const own = new Set(['language', 'zone', 'signature']);

/** An absence is recorded by oneself, by a lead of theirs or by an administrator. */
export function mayRecordAbsence(actor: Actor, agentId: string, led: Set<string>): boolean {
  return (
    isAdmin(actor) ||
    actor.kind === 'baton' ||
    (actor.kind === 'agent' && actor.id === agentId) ||
    led.has(agentId)
  );
}

export function mayChangeAgent(actor: Actor, agentId: string, change: object): boolean {
  if (isAdmin(actor)) return true;
  const isSelf = actor.kind === 'agent' && actor.id === agentId;
  return isSelf && Object.keys(change).every((field) => own.has(field));
}
