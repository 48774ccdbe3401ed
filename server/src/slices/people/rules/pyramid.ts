/** Where a team stands: its id and its level. */
export type Place = { id: string; level: number };

/** What can be wrong with the team that is to stand above another, by its code. */
type AboveFault = 'above_the_top' | 'above_needed' | 'not_next_level';

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
): { above: Place | null } | { wrong: AboveFault } {
  if (level === top) {
    return wanted ? { wrong: 'above_the_top' } : { above: null };
  }
  if (wanted === null) return { wrong: 'above_needed' };
  if (wanted) {
    return wanted.level === level + 1 ? { above: wanted } : { wrong: 'not_next_level' };
  }
  const [only] = next;
  return only && next.length === 1 ? { above: only } : { wrong: 'above_needed' };
}

/** A team that is to move to another level, and what stands with it. */
export type Moving = {
  name: string;
  level: number;
  isDefault: boolean;
  /** How many teams there are at its level, with it. */
  atItsLevel: number;
  /** The names of the teams that pass up to it. */
  below: readonly string[];
  /** The names of the topics whose cases begin with it. */
  topics: readonly string[];
};

/**
 * Why a team cannot move to a level, and what to do first; null when it can. Whether cases stand with
 * it, or run by its clock, is known to the store (ADR 0088).
 */
export function whyNotTo(level: number, team: Moving): string | null {
  const { name } = team;
  if (level === team.level) return null;
  if (team.isDefault) {
    return `${name} is the default team, at level 1: name another default team first.`;
  }
  if (team.atItsLevel === 1) {
    return `${name} is the only team of level ${team.level}, which keeps at least one.`;
  }
  if (team.below.length > 0) {
    return `${name} stands above ${team.below.join(', ')}: name another team above them first.`;
  }
  if (team.topics.length > 0) {
    return `Cases of ${team.topics.join(', ')} begin with ${name}, at level 1: give these topics another team first.`;
  }
  return null;
}
