/** An instant is a `Date` that nobody changes. */

/** The instant `ms` milliseconds after (before, when negative) `at`. */
export function plus(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function between(from: Date, to: Date): number {
  return to.getTime() - from.getTime();
}

/** The earlier of two instants. */
export function earlier(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b;
}

/** The later of two instants. */
export function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
