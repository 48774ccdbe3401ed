/** Where a team stands: its id and its level. */
export type Place = { id: string; level: number };

/**
 * Which team a team passes up to (domain: one team above it, none at the top): one of the next
 * level, since a case goes up one level at a time (invariant 4).
 * `wanted`: undefined chooses by itself, null asks for none. `top` is the highest level, `next` the
 * teams of the level right above.
 * @returns the team above, null at the top, or what is wrong with the wish.
 */
export function decideAbove(
  level: number,
  top: number,
  wanted: Place | null | undefined,
  next: readonly Place[],
): { above: Place | null } | { wrong: string } {
  if (level === top) {
    return wanted
      ? { wrong: 'must be empty: nothing stands above the top level' }
      : { above: null };
  }
  if (wanted === null) return { wrong: 'is needed: below the top every team has a team above it' };
  if (wanted) {
    return wanted.level === level + 1
      ? { above: wanted }
      : { wrong: `must be a team of level ${level + 1}, the next one up` };
  }
  const [only] = next;
  return only && next.length === 1
    ? { above: only }
    : { wrong: `is needed: there are ${next.length} teams at level ${level + 1}` };
}
