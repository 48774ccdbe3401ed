/** How many days are looked back at, to know what is usual for somebody. */
export const lookedBackDays = 28;
/** Fewer customers in a day are never unusual, whoever it is. */
export const leastUnusual = 25;
/** Of somebody whom we hardly know, for example a newcomer, so many. */
const leastOfUnknown = 100;
/** So many days with work make somebody known. */
const knownAfterDays = 5;
const timesUsual = 3;

/** The customers that somebody opens on a usual day: the median of the days on which they worked. */
export function usualOf(days: readonly number[]): number {
  const sorted = days.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Whether somebody opened far more customers today than on a usual day of theirs (S3-315).
 * @param days how many on each of the days before on which they opened any
 */
export function isUnusual(today: number, days: readonly number[]): boolean {
  const atLeast = days.length < knownAfterDays ? leastOfUnknown : leastUnusual;
  return today >= atLeast && today >= timesUsual * usualOf(days);
}
