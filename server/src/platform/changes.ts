import type { Tx } from './context.ts';

type Changed = { cases: Set<string>; actors: Set<string>; pyramid: boolean };
const changed = new WeakMap<Tx, Changed>();

/**
 * Remembers what a transaction changes: cases, actors (agents, keys) who may no longer enter as they
 * did, and the pyramid (levels, teams, who belongs to them). Whoever watches is told once it is
 * committed.
 */
export function rememberChanged(
  tx: Tx,
  {
    cases = [],
    actors = [],
    pyramid = false,
  }: { cases?: readonly string[]; actors?: readonly string[]; pyramid?: boolean },
): void {
  const known = changed.get(tx) ?? { cases: new Set(), actors: new Set(), pyramid: false };
  for (const id of cases) known.cases.add(id);
  for (const id of actors) known.actors.add(id);
  known.pyramid ||= pyramid;
  changed.set(tx, known);
}

/** What a transaction has changed so far. */
export function changedIn(tx: Tx): { cases: string[]; actors: string[]; pyramid: boolean } {
  const known = changed.get(tx);
  return {
    cases: [...(known?.cases ?? [])],
    actors: [...(known?.actors ?? [])],
    pyramid: known?.pyramid ?? false,
  };
}
