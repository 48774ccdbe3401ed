import { between, earlier } from '../../../kernel/instant.ts';
import { plusWorking, workingBetween, type WorkingTime } from '../../../kernel/working-time.ts';
import type { ClockResumption, ClockStart } from '../events.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState, ClockEntry, HoldingClock } from './state.ts';
import { firstWarning, type Running, warningAt } from './warnings.ts';

/** What a clock is made of, for counting. */
type Books = Pick<HoldingClock, 'startedAt' | 'holdingMs' | 'usedMs' | 'entries'>;

/**
 * When a case goes up that arrived at `arrived` with `budgetMs` to hold it, counted by a calendar
 * and without its pauses: 20 hours of a calendar without closed days are 20:00:00 h exactly
 * (domain.md, The clock). Why it is so is told by `explainClock`, line by line.
 */
export function due(
  arrived: Date,
  budgetMs: number,
  calendar: WorkingTime,
  pauses: readonly { from: Date; to: Date }[] = [],
): Date {
  let leftMs = budgetMs;
  let since = arrived;
  for (const pause of pauses) {
    leftMs -= workingBetween(calendar, since, pause.from);
    since = pause.to;
  }
  return plusWorking(calendar, since, Math.max(0, leftMs));
}

/** When a running clock runs out, by its books and a rule alone. */
export function dueOf(clock: Books, { time }: ClockRule): Date {
  return due(clock.startedAt, budgetMs(clock), time, pausesOf(clock.entries));
}

/** The clock of a level begins at `at`, when the case arrived there with what had counted before. */
export function startClock(
  at: Date,
  rule: ClockRule,
  { beforeMs = 0, deadlineWarnAt = null }: { beforeMs?: number; deadlineWarnAt?: Date | null } = {},
): ClockStart {
  const { holdingMs } = rule;
  const usedMs = usedOf(rule, beforeMs);
  // Where the level counts from the opening: it still gets its time (invariant 4).
  const grantedMs = usedMs ? Math.max(holdingMs - usedMs, rule.atLeastMs) : holdingMs;
  const running = { since: at, leftMs: grantedMs, holdingMs };
  const { warned, warnAt } = firstWarning(running, rule, 0, at);
  return {
    startedAt: at,
    holdingMs,
    due: plusWorking(rule.time, at, grantedMs),
    warnAt: soonest(warnAt, deadlineWarnAt),
    beforeMs,
    usedMs,
    toppedUpMs: grantedMs - (holdingMs - usedMs),
    warned,
  };
}

function usedOf(rule: ClockRule, beforeMs: number): number {
  return rule.from === 'opened' ? Math.min(beforeMs, rule.holdingMs) : 0;
}

/** What has counted until `at`, at this level and those below. */
export function countedMs(clock: HoldingClock, { time }: ClockRule, at: Date): number {
  const here = budgetMs(clock) - balanceMs(clock, time, clock.pausedAt ?? at);
  return clock.beforeMs + Math.max(0, here);
}

function budgetMs({ holdingMs, usedMs, entries }: Books): number {
  let sum = holdingMs - usedMs;
  for (const entry of entries) if (entry.kind === 'resumed_at_least') sum += entry.ms;
  return sum;
}

function pausesOf(entries: ClockEntry[]) {
  return entries.filter((entry) => 'to' in entry);
}

/** Since when a clock has been running without a pause. */
function runningSince({ startedAt, entries }: Books): Date {
  return pausesOf(entries).at(-1)?.to ?? startedAt;
}

/**
 * What is left by the books at `at`: the holding time and what was added, less what counted.
 * Negative when the holding time was made shorter than what had counted already.
 */
function balanceMs(clock: Books, time: WorkingTime, at: Date): number {
  let left = budgetMs(clock);
  let since = clock.startedAt;
  for (const { from, to } of pausesOf(clock.entries)) {
    left -= workingBetween(time, since, from);
    since = to;
  }
  return left - workingBetween(time, since, at);
}

/** What is left of a clock at `at`; a paused one keeps what it had. Never negative. */
export function remainingMs(
  clock: Pick<HoldingClock, 'due' | 'remainingMs'>,
  { time }: ClockRule,
  at: Date,
): number {
  if (clock.due) return Math.max(0, workingBetween(time, at, clock.due));
  return clock.remainingMs ?? 0;
}

/** A running clock as the warnings see it. */
export function runningOf(clock: Books, { time }: ClockRule): Running {
  const since = runningSince(clock);
  return { since, leftMs: balanceMs(clock, time, since), holdingMs: clock.holdingMs };
}

/**
 * A paused clock goes on at `at` with what remained, but at least the rule's minimum (invariant 3).
 * What is added is shown in the explanation and counted.
 */
export function resumeClock(
  { clock, deadline }: Pick<CaseState, 'clock' | 'deadline'>,
  rule: ClockRule,
  at: Date,
): ClockResumption {
  const grantedMs = Math.max(remainingMs(clock, rule, at), rule.atLeastMs);
  const running = { since: at, leftMs: grantedMs, holdingMs: clock.holdingMs };
  // Whoever takes the case up again sees what is left; only what is still ahead is worth a warning.
  const { warned, warnAt } = firstWarning(running, rule, clock.warned, at);
  return {
    due: plusWorking(rule.time, at, grantedMs),
    warned,
    warnAt: soonest(warnAt, deadline?.warnAt ?? null),
    toppedUpMs: grantedMs - balanceMs(clock, rule.time, clock.pausedAt ?? at),
  };
}

/**
 * When somebody is next warned of a case that comes into other hands at `at` while its clock goes
 * on: in the hours of whoever is warned from now on, who are those of `rule`.
 */
export function warnedNext(
  { clock, deadline }: Pick<CaseState, 'clock' | 'deadline'>,
  rule: ClockRule,
  at: Date,
): Date | null {
  if (!clock.due) return null;
  const warnAt = warningAt(runningOf(clock, rule), rule, clock.warned, at);
  return soonest(warnAt, deadline?.warnAt ?? null);
}

/** What another rule makes of a clock. */
export type Realigned = {
  holdingMs: number;
  usedMs: number;
  due: Date | null;
  remainingMs: number | null;
  warnAt: Date | null;
  /** By how much the due instant, or what is left of a paused clock, moves. */
  movedMs: number;
};

/**
 * What `rule` makes of a clock that may have run by another: all of it is counted anew, so that the
 * explanation holds by one calendar; what is left is never less than nothing.
 */
export function realign(
  { clock, deadline }: Pick<CaseState, 'clock' | 'deadline'>,
  rule: ClockRule,
): Realigned {
  const usedMs = usedOf(rule, clock.beforeMs);
  const books = { ...clock, holdingMs: rule.holdingMs, usedMs };
  const is = { holdingMs: rule.holdingMs, usedMs };
  if (clock.pausedAt) {
    const left = Math.max(0, balanceMs(books, rule.time, clock.pausedAt));
    const movedMs = left - (clock.remainingMs ?? 0);
    return { ...is, due: null, remainingMs: left, warnAt: null, movedMs };
  }
  const end = dueOf(books, rule);
  const warnAt = warningAt(runningOf(books, rule), rule, clock.warned);
  const movedMs = clock.due ? between(clock.due, end) : 0;
  const next = soonest(warnAt, deadline?.warnAt ?? null);
  return { ...is, due: end, remainingMs: null, warnAt: next, movedMs };
}

/** The earlier of two instants that may not be. */
export function soonest(a: Date | null, b: Date | null): Date | null {
  return a && b ? earlier(a, b) : (a ?? b);
}
