import type { Tx } from './context.ts';

type Changed = { cases: Set<string>; actors: Set<string> };
const changed = new WeakMap<Tx, Changed>();

/**
 * Remembers what a transaction changes: cases, and actors (agents, keys) who may no
 * longer enter as they did. Whoever watches is told once it is committed.
 */
export function rememberChanged(
  tx: Tx,
  { cases = [], actors = [] }: { cases?: readonly string[]; actors?: readonly string[] },
): void {
  const known = changed.get(tx) ?? { cases: new Set(), actors: new Set() };
  for (const id of cases) known.cases.add(id);
  for (const id of actors) known.actors.add(id);
  changed.set(tx, known);
}

/** What a transaction has changed so far. */
export function changedIn(tx: Tx): { cases: string[]; actors: string[] } {
  const known = changed.get(tx);
  return { cases: [...(known?.cases ?? [])], actors: [...(known?.actors ?? [])] };
}
