import { type Area, areas, type Rank, ranks, type Role } from '@baton/contract';

/** What somebody may: a rank in each area that is named, and another one in the rest. */
export type Limit = { areas: Partial<Record<Area, Rank>>; otherwise: Rank };

/** The same rank everywhere: what a role alone gives. */
export function everywhere(role: Role): Limit {
  return { areas: {}, otherwise: role };
}

/** Only what is named: what the scopes of a key give. */
export function only(scopes: Limit['areas']): Limit {
  return { areas: scopes, otherwise: 'none' };
}

/** The least of what several limits leave in an area. */
export function rankIn(limits: Limit[], area: Area): Rank {
  return limits.map((one) => one.areas[area] ?? one.otherwise).reduce(lesser);
}

/** The lesser of two ranks. */
export function lesser<R extends Rank>(one: R, other: R): R {
  return reaches(other, one) ? one : other;
}

/** Whether a rank is at least another. */
export function reaches(rank: Rank, least: Rank): boolean {
  return ranks.indexOf(rank) >= ranks.indexOf(least);
}

/** Whether whoever has `mine` may give `theirs`: nobody gives more than they have. */
export function covers(mine: Limit[], theirs: Limit[]): boolean {
  return areas.every((area) => reaches(rankIn(mine, area), rankIn(theirs, area)));
}
