/**
 * The clock of the database is the clock of Baton: all servers see one time. Tests put a clock in
 * its place that is shifted, so that days pass in an instant.
 */
export type Clock = { shift: (databaseNow: Date) => Date };

export const databaseClock: Clock = { shift: (databaseNow) => databaseNow };

/** A clock for tests: ahead of the database by what it was told to travel. */
export class TravellingClock implements Clock {
  #aheadMs = 0;

  shift(databaseNow: Date): Date {
    return new Date(databaseNow.getTime() + this.#aheadMs);
  }

  /** Lets `ms` milliseconds pass at once. */
  travel(ms: number): void {
    this.#aheadMs += ms;
  }
}
