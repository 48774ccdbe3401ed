import { minuteMs } from '../../../kernel/duration.ts';

/** What the clocks showed at one moment, in milliseconds from starts of their own. */
export type ClockReading = {
  /** The database's wall clock, by which cases become due. */
  databaseMs: number;
  /** This machine's wall clock. */
  machineMs: number;
  /** Since some moment; stands still while the machine sleeps. */
  monotonicMs: number;
  /** Since the machine started, sleep included; null where the system does not tell. */
  sinceStartMs: number | null;
};

/** What the guard remembers: the last reading and, after an alarm, how long all has been well. */
export type ClockGuard = { seen: ClockReading | null; agreedMs: number | null };

/** Nothing seen yet, and no alarm. */
export const freshGuard: ClockGuard = { seen: null, agreedMs: null };

/**
 * Why the database's clock went another way than time: it alone was set; both wall clocks were set;
 * or both were set or the machine slept, which cannot be told apart without `sinceStartMs`.
 */
export type ClockTrouble = 'database_set' | 'both_set' | 'both_set_or_slept';

export type ClockNews =
  | { kind: 'parted'; byMs: number; trouble: ClockTrouble }
  | { kind: 'armed' }
  | null;

/** Corrections by a time service are smaller, and so are the pauses of a loaded machine. */
const mayPartMs = 5 * minuteMs;
/** A wrong clock is set right within this by a time service, or noticed by a person. */
const armAfterMs = 10 * minuteMs;

/**
 * Compares the clocks with what they showed before. Time goes by the clock that counts sleep where
 * there is one, else by the monotonic clock. When the database's clock parts from it by more than
 * five minutes the alarm is given, and cases are left alone until the clocks have agreed for ten
 * minutes (docs/adr/0010).
 */
export function compareClocks(
  guard: ClockGuard,
  reading: ClockReading,
): { guard: ClockGuard; news: ClockNews } {
  if (!guard.seen) return { guard: { ...guard, seen: reading }, news: null };
  const passedMs = passed(guard.seen, reading);
  const wentMs = reading.databaseMs - guard.seen.databaseMs;
  const byMs = wentMs - passedMs;
  if (Math.abs(byMs) > mayPartMs) {
    const trouble = troubleOf(guard.seen, reading, wentMs);
    return { guard: { seen: reading, agreedMs: 0 }, news: { kind: 'parted', byMs, trouble } };
  }
  if (guard.agreedMs === null) return { guard: { seen: reading, agreedMs: null }, news: null };
  const agreedMs = guard.agreedMs + passedMs;
  if (agreedMs < armAfterMs) return { guard: { seen: reading, agreedMs }, news: null };
  return { guard: { seen: reading, agreedMs: null }, news: { kind: 'armed' } };
}

function passed(before: ClockReading, now: ClockReading): number {
  return before.sinceStartMs === null || now.sinceStartMs === null
    ? now.monotonicMs - before.monotonicMs
    : now.sinceStartMs - before.sinceStartMs;
}

function troubleOf(before: ClockReading, now: ClockReading, databaseWentMs: number): ClockTrouble {
  const machineWentMs = now.machineMs - before.machineMs;
  if (Math.abs(databaseWentMs - machineWentMs) > mayPartMs) return 'database_set';
  return now.sinceStartMs === null ? 'both_set_or_slept' : 'both_set';
}
