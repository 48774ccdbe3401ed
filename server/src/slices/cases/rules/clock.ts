import { between, plus } from '../../../kernel/instant.ts';
import type { ClockResumption, ClockStart } from '../events.ts';
import type { HoldingClock } from './state.ts';

/** The shares of the holding time after which somebody is warned: owner, owner, lead. */
export const warningShares = [0.5, 0.75, 0.9] as const;

/**
 * When a case goes up that arrived at `arrived` with `holdingMs` to hold it: elapsed time, nights
 * included, so 20 hours are 20:00:00 h exactly; pauses are added as they end (domain.md, The clock).
 */
export function due(arrived: Date, holdingMs: number, pausesMs = 0): Date {
  return plus(arrived, holdingMs + pausesMs);
}

/** The clock of a level begins at `at`, the instant at which the case arrived there. */
export function startClock(at: Date, holdingMs: number): ClockStart {
  const end = due(at, holdingMs);
  return { startedAt: at, holdingMs, due: end, warnAt: warningAt(end, holdingMs, 0) };
}

/** When warning number `warned + 1` is due on a running clock; null when all were given. */
export function warningAt(end: Date, holdingMs: number, warned: number): Date | null {
  const share = warningShares[warned];
  return share === undefined ? null : plus(end, -Math.round((1 - share) * holdingMs));
}

/**
 * What is left by the books at `at`: the holding time and what was added, less what counted.
 * Negative when the holding time was made shorter than what had counted already.
 */
function balanceMs(clock: HoldingClock, at: Date): number {
  let balance = clock.holdingMs;
  let since = clock.startedAt;
  for (const entry of clock.entries) {
    if (entry.kind === 'resumed_at_least' || entry.kind === 'handed_down') balance += entry.ms;
    if ('at' in entry) continue;
    balance -= between(since, entry.from);
    since = entry.to;
  }
  return balance - between(since, clock.pausedAt ?? at);
}

/** What is left of a clock at `at`; a paused one keeps what it had. Never negative. */
export function remainingMs(clock: HoldingClock, at: Date): number {
  if (clock.due) return Math.max(0, between(at, clock.due));
  return clock.remainingMs ?? 0;
}

/**
 * A paused clock goes on at `at` with what remained, but at least `atLeastMs` (invariant 3).
 * What is added is shown in the explanation and counted.
 */
export function resumeClock(clock: HoldingClock, at: Date, atLeastMs: number): ClockResumption {
  const granted = Math.max(remainingMs(clock, at), atLeastMs);
  const end = plus(at, granted);
  let { warned } = clock;
  let warnAt = warningAt(end, clock.holdingMs, warned);
  // Whoever takes the case up again sees what is left; only what is still ahead is worth a warning.
  while (warnAt && warnAt <= at) warnAt = warningAt(end, clock.holdingMs, ++warned);
  return { due: end, warned, warnAt, toppedUpMs: granted - balanceMs(clock, at) };
}

/**
 * The level's holding time became `holdingMs`: what runs is due that much later or earlier, what
 * is paused has that much more or less left, never less than nothing.
 */
export function changeHolding(
  clock: HoldingClock,
  holdingMs: number,
): { due: Date | null; remainingMs: number | null; warnAt: Date | null } {
  if (clock.pausedAt) {
    const left = Math.max(0, balanceMs({ ...clock, holdingMs }, clock.pausedAt));
    return { due: null, remainingMs: left, warnAt: null };
  }
  const end = plus(clock.due ?? clock.startedAt, holdingMs - clock.holdingMs);
  return { due: end, remainingMs: null, warnAt: warningAt(end, holdingMs, clock.warned) };
}
