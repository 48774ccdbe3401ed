import type { Tx } from './context.ts';

type Changed = { cases: Set<string>; agents: Set<string> };
const changed = new WeakMap<Tx, Changed>();

/**
 * Remembers what a transaction changes: cases, and agents who may no longer enter as they did.
 * Whoever watches is told once it is committed.
 */
export function rememberChanged(
  tx: Tx,
  { cases = [], agents = [] }: { cases?: readonly string[]; agents?: readonly string[] },
): void {
  const known = changed.get(tx) ?? { cases: new Set(), agents: new Set() };
  for (const id of cases) known.cases.add(id);
  for (const id of agents) known.agents.add(id);
  changed.set(tx, known);
}

/** What a transaction has changed so far. */
export function changedIn(tx: Tx): { cases: string[]; agents: string[] } {
  const known = changed.get(tx);
  return { cases: [...(known?.cases ?? [])], agents: [...(known?.agents ?? [])] };
}
