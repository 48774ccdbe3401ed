import { isOpen, lastOpen, plusWorking, type WorkingTime } from '../../../kernel/working-time.ts';
import type { ClockRule } from './clock-rule.ts';

/** The shares of the holding time after which somebody is warned: owner, owner, lead. */
export const warningShares = [0.5, 0.75, 0.9] as const;

/** A clock that runs: since when, what was left then, and of which holding time. */
export type Running = { since: Date; leftMs: number; holdingMs: number };

/**
 * When warning number `given + 1` is due on a running clock, brought forward where the recipient is
 * not at work then, but not to before they had it; null when all were given. For a share that was
 * used up when the clock began to run it is that beginning.
 */
export function warningAt(
  running: Running,
  rule: ClockRule,
  given: number,
  hadSince = running.since,
): Date | null {
  const share = warningShares[given];
  if (share === undefined) return null;
  const restMs = Math.round((1 - share) * running.holdingMs);
  const at = plusWorking(rule.time, running.since, running.leftMs - restMs);
  const isLast = given === warningShares.length - 1;
  const hours = isLast ? rule.recipients.lead : rule.recipients.owner;
  return broughtForward(hours, at, hadSince);
}

/** The first warning after those `given` that is still ahead at `now`, and how many are past. */
export function firstWarning(
  running: Running,
  rule: ClockRule,
  given: number,
  now: Date,
): { warned: number; warnAt: Date | null } {
  let warned = given;
  let warnAt = warningAt(running, rule, warned);
  while (warnAt && warnAt <= now) warnAt = warningAt(running, rule, ++warned);
  return { warned, warnAt };
}

/**
 * `at` itself when somebody is at work then, else the end of their last hours before it; where they
 * were not at work since `since`, nothing is gained by hurrying and it stays.
 */
export function broughtForward(hours: WorkingTime, at: Date, since: Date): Date {
  if (isOpen(hours, at)) return at;
  return lastOpen(hours, at, since) ?? at;
}
