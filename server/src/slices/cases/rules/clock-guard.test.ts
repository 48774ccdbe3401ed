import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../kernel/duration.ts';
import { type ClockGuard, type ClockReading, compareClocks, freshGuard } from './clock-guard.ts';

const start: ClockReading = { databaseMs: 0, machineMs: 0, monotonicMs: 0, sinceStartMs: 0 };
const armed: ClockGuard = { seen: start, agreedMs: null };

/** Where the clocks stand after they went on by so many minutes. */
function after(database: number, machine: number, monotonic: number, sinceStart: number | null) {
  return {
    databaseMs: database * minuteMs,
    machineMs: machine * minuteMs,
    monotonicMs: monotonic * minuteMs,
    sinceStartMs: sinceStart === null ? null : sinceStart * minuteMs,
  };
}

test.each([
  ['time passes', after(60, 60, 60, 60), null],
  ['time passes, where sleep is not counted', after(60, 60, 60, null), null],
  ['a time service corrects four minutes', after(5, 5, 1, 1), null],
  ['a laptop sleeps for eight hours', after(480, 480, 0, 480), null],
  ['it sleeps while the database runs elsewhere', after(480, 0, 0, 480), null],
  ['this machine alone was set', after(1, 600, 1, 1), null],
  ['the database alone was set', after(600, 1, 1, 1), [599, 'database_set']],
  ['the database alone was set back', after(-600, 1, 1, 1), [-601, 'database_set']],
  ['both were set', after(600, 600, 1, 1), [599, 'both_set']],
  ['slept or set: nobody can tell', after(600, 600, 1, null), [599, 'both_set_or_slept']],
] as const)('%s', (_what, reading, alarm) => {
  const { guard, news } = compareClocks(armed, reading);
  expect(news).toEqual(alarm && { kind: 'parted', byMs: alarm[0] * minuteMs, trouble: alarm[1] });
  expect(guard).toEqual({ seen: reading, agreedMs: alarm ? 0 : null });
});

test('the first reading is compared with nothing', () => {
  const reading = after(1000, 2, 3, 4);
  const expected = { guard: { seen: reading, agreedMs: null }, news: null };
  expect(compareClocks(freshGuard, reading)).toEqual(expected);
});

test('after an alarm all must be well for ten minutes, counted anew when it is not', () => {
  let guard = armed;
  const told: (string | undefined)[] = [];
  for (const [database, passedBy] of [
    [600, 1],
    [608, 9],
    [660, 10],
    [665, 15],
    [669.9, 19.9],
    [670, 20],
    [671, 21],
  ] as const) {
    const result = compareClocks(guard, after(database, database, passedBy, passedBy));
    ({ guard } = result);
    told.push(result.news?.kind);
  }
  const nothing = undefined;
  expect(told).toEqual(['parted', nothing, 'parted', nothing, nothing, 'armed', nothing]);
  expect(guard.agreedMs).toBeNull();
});

test('sleeping counts as time in which the clocks agreed', () => {
  const alarmed = { seen: start, agreedMs: 0 };
  const slept = { databaseMs: hourMs, machineMs: hourMs, monotonicMs: 0, sinceStartMs: hourMs };
  expect(compareClocks(alarmed, slept).news).toEqual({ kind: 'armed' });
});
