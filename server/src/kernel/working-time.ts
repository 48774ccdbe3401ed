import { dayMs, minuteMs } from './duration.ts';
import { steadyAt } from './zone.ts';

/** A day of the week as ISO 8601 counts them: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** From `from` until `to`, both `HH:MM`; a `to` at or before `from` is on the next day. */
export type WeeklyStretch = { day: Weekday; from: string; to: string };

/**
 * When people are at work: weekly stretches in a zone, without the closed days. No stretches mean
 * around the clock. It is open whenever the wall clock of the zone shows a time within a stretch
 * and the date there is not closed: an hour that the clocks skip is not worked, one that they
 * repeat is worked twice, and a night shift ends where a closed day begins.
 */
export type WorkingTime = {
  zone: string;
  weekly: WeeklyStretch[];
  /** Dates in the zone, `YYYY-MM-DD`. */
  closed: string[];
};

/** Around the clock, every day. */
export const always: WorkingTime = { zone: 'UTC', weekly: [], closed: [] };

/** Why a stretch does not count: outside the hours, a day without hours, a closed day. */
export type Idle = 'outside_hours' | 'no_hours' | 'closed_day';

/** A stretch that counts, or one that does not and why; `day` names the closed day. */
export type Stretch = { from: Date; to: Date; counts: boolean; why?: Idle; day?: string };

/** Nobody is asked to look further ahead for an open moment, in days. */
const horizonDays = 2 * 366;
/** No clock runs longer than this, however rarely a calendar is open; in days. */
const longestDays = 10 * 366;

/** Whether it is open at an instant. */
export function isOpen(time: WorkingTime, at: Date): boolean {
  const { from, open } = runsFrom(time, at.getTime()).next().value!;
  return open && from <= at.getTime();
}

/** The first open instant from `at` on: `at` itself when open; null when none comes in two years. */
export function opensAt(time: WorkingTime, at: Date): Date | null {
  const until = at.getTime() + horizonDays * dayMs;
  for (const run of runsFrom(time, at.getTime())) {
    if (run.from > until) return null;
    if (run.open) return new Date(Math.max(run.from, at.getTime()));
  }
  return null;
}

/**
 * The last open instant up to `at`: `at` itself when open or just closing, else the end of the
 * stretch before it; null when there was none since `since`.
 */
export function lastOpen(time: WorkingTime, at: Date, since: Date): Date | null {
  let last: Date | null = null;
  for (const run of runsBetween(time, since.getTime(), at.getTime())) {
    if (run.open) last = new Date(run.to);
  }
  return last ?? (isOpen(time, at) ? at : null);
}

/**
 * The first instant from `from` on by which `ms` of working time have gone by; ten years later at
 * the latest, so that a calendar that never opens cannot hold a case for ever.
 */
export function plusWorking(time: WorkingTime, from: Date, ms: number): Date {
  if (ms <= 0) return from;
  const until = from.getTime() + longestDays * dayMs;
  if (isAlways(time)) return new Date(Math.min(from.getTime() + ms, until));
  let left = ms;
  for (const run of runsBetween(time, from.getTime(), until)) {
    if (!run.open) continue;
    const length = run.to - run.from;
    if (length >= left) return new Date(run.from + left);
    left -= length;
  }
  return new Date(until);
}

/** Working time from `a` to `b` in milliseconds; negative when `b` is earlier. */
export function workingBetween(time: WorkingTime, a: Date, b: Date): number {
  if (b < a) return -workingBetween(time, b, a);
  if (isAlways(time)) return b.getTime() - a.getTime();
  let sum = 0;
  for (const run of runsBetween(time, a.getTime(), b.getTime())) {
    if (run.open) sum += run.to - run.from;
  }
  return sum;
}

/** Everything from `a` to `b`, in order and without gaps: what counts, and what does not and why. */
export function stretches(time: WorkingTime, a: Date, b: Date): Stretch[] {
  const found: Stretch[] = [];
  for (const run of runsBetween(time, a.getTime(), b.getTime())) {
    const last = found.at(-1);
    const { why } = run;
    const day = why === 'closed_day' ? dateOf(run.localDay) : undefined;
    if (last && last.why === why && last.day === day) {
      last.to = new Date(run.to);
      continue;
    }
    found.push({
      from: new Date(run.from),
      to: new Date(run.to),
      counts: run.open,
      ...(why && { why }),
      ...(day && { day }),
    });
  }
  return found;
}

export function isAlways({ weekly, closed }: WorkingTime): boolean {
  return weekly.length === 0 && closed.length === 0;
}

/** A piece of time within one local day that is open throughout, or closed throughout. */
type Run = { from: number; to: number; open: boolean; why?: Idle; localDay: number };

/** A week in a form that is quick to ask: per day, Monday first, its open windows in order. */
type Week = { days: { from: number; to: number }[][]; closed: Set<number> };

/** Kept for as long as the calendar itself: reading one takes longer than using it. */
const weeks = new WeakMap<WorkingTime, Week>();

function weekOf(time: WorkingTime): Week {
  let week = weeks.get(time);
  if (!week) {
    const closed = new Set(time.closed.map((date) => Date.parse(`${date}T00:00Z`) / dayMs));
    weeks.set(time, (week = { days: windowsOf(time.weekly), closed }));
  }
  return week;
}

function windowsOf(weekly: WeeklyStretch[]): Week['days'] {
  const windows: Week['days'] = Array.from({ length: 7 }, () =>
    weekly.length === 0 ? [{ from: 0, to: dayMs }] : [],
  );
  for (const { day, from, to } of weekly) {
    const [start, end] = [msOf(from), msOf(to)];
    windows[day - 1]!.push({ from: start, to: end <= start ? dayMs : end });
    if (end <= start && end > 0) windows[day % 7]!.push({ from: 0, to: end });
  }
  return windows.map(merged);
}

function msOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

function merged(windows: { from: number; to: number }[]) {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function dateOf(localDay: number): string {
  return new Date(localDay * dayMs).toISOString().slice(0, 10);
}

/** The runs from `a` to `b`, cut to these. */
function* runsBetween(time: WorkingTime, a: number, b: number): Generator<Run> {
  for (const run of runsFrom(time, a)) {
    if (run.from >= b) return;
    yield run.to > b ? { ...run, to: b } : run;
  }
}

/** The runs from an instant on, without end: local day by local day, within steady clocks. */
function* runsFrom(time: WorkingTime, start: number): Generator<Run> {
  const week = weekOf(time);
  for (let at = start; ;) {
    const { to, offsetMs } = steadyAt(time.zone, at);
    const localDay = Math.floor((at + offsetMs) / dayMs);
    const midnight = localDay * dayMs - offsetMs;
    const end = Math.min(to, midnight + dayMs);
    yield* runsOfDay(week, localDay, midnight, at, end);
    at = end;
  }
}

function* runsOfDay(week: Week, localDay: number, midnight: number, start: number, end: number) {
  const windows = week.days[(((localDay + 3) % 7) + 7) % 7]!;
  const closed = week.closed.has(localDay);
  const why: Idle = closed ? 'closed_day' : windows.length > 0 ? 'outside_hours' : 'no_hours';
  let at = start;
  for (const window of closed ? [] : windows) {
    const from = Math.max(at, Math.min(end, midnight + window.from));
    const to = Math.min(end, midnight + window.to);
    if (to <= from) continue;
    if (from > at) yield { from: at, to: from, open: false, why, localDay };
    yield { from, to, open: true, localDay };
    at = to;
  }
  if (end > at) yield { from: at, to: end, open: false, why, localDay };
}
