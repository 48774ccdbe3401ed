import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from './duration.ts';
import {
  always,
  isOpen,
  lastOpen,
  opensAt,
  plusWorking,
  stretches,
  type Weekday,
  type WorkingTime,
  workingBetween,
} from './working-time.ts';

const at = (text: string) => new Date(text);
const office: WorkingTime = {
  zone: 'Europe/Bucharest',
  weekly: ([1, 2, 3, 4, 5] as const).flatMap((day) => [
    { day, from: '09:00', to: '12:00' },
    { day, from: '13:00', to: '17:00' },
  ]),
  closed: ['2026-12-01', '2026-12-25'],
};
const nights: WorkingTime = {
  zone: 'Europe/Copenhagen',
  weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: '22:00', to: '06:00' })),
  closed: [],
};

describe('the hours of an office with a lunch break', () => {
  // Bucharest is two hours ahead of UTC in winter.
  test.each([
    ['2026-11-23T07:00:00Z', true, 'Monday at nine'],
    ['2026-11-23T06:59:59Z', false, 'a second before'],
    ['2026-11-23T10:00:00Z', false, 'lunch begins'],
    ['2026-11-23T11:00:00Z', true, 'after lunch'],
    ['2026-11-23T15:00:00Z', false, 'at five it is over'],
    ['2026-11-28T08:00:00Z', false, 'Saturday'],
    ['2026-12-01T08:00:00Z', false, 'a holiday'],
  ])('%s: %s (%s)', (instant, open) => {
    expect(isOpen(office, at(instant))).toBe(open);
  });

  test('twenty working hours from Friday afternoon end on Thursday, past a holiday', () => {
    const due = plusWorking(office, at('2026-11-27T13:00:00Z'), 20 * hourMs);
    expect(due.toISOString()).toBe('2026-12-03T12:00:00.000Z');
    expect(workingBetween(office, at('2026-11-27T13:00:00Z'), due)).toBe(20 * hourMs);
  });

  test('names every stretch, and why it does not count', () => {
    const found = stretches(office, at('2026-11-30T13:00:00Z'), at('2026-12-02T08:00:00Z'));
    expect(found.map(({ from, why, day }) => [from.toISOString(), why ?? 'counts', day])).toEqual([
      ['2026-11-30T13:00:00.000Z', 'counts', undefined],
      ['2026-11-30T15:00:00.000Z', 'outside_hours', undefined],
      ['2026-11-30T22:00:00.000Z', 'closed_day', '2026-12-01'],
      ['2026-12-01T22:00:00.000Z', 'outside_hours', undefined],
      ['2026-12-02T07:00:00.000Z', 'counts', undefined],
    ]);
  });

  test('finds the next opening and the last', () => {
    const saturday = at('2026-11-28T08:00:00Z');
    expect(opensAt(office, saturday)?.toISOString()).toBe('2026-11-30T07:00:00.000Z');
    const friday = at('2026-11-27T08:00:00Z');
    expect(lastOpen(office, saturday, friday)?.toISOString()).toBe('2026-11-27T15:00:00.000Z');
    expect(lastOpen(office, saturday, at('2026-11-28T00:00:00Z'))).toBeNull();
    expect(lastOpen(office, friday, friday)).toEqual(friday);
  });
});

describe('nights, when the clocks change', () => {
  test.each([
    ['in spring a night is an hour shorter', '2026-03-28T21:00:00Z', 7],
    ['in autumn an hour longer', '2026-10-24T20:00:00Z', 9],
    ['and eight hours else', '2026-06-01T20:00:00Z', 8],
  ])('%s', (_, from, hours) => {
    expect(stretches(nights, at(from), new Date(at(from).getTime() + 12 * hourMs))[0]).toEqual({
      from: at(from),
      to: new Date(at(from).getTime() + hours * hourMs),
      counts: true,
    });
  });
});

test('without stretches it is open around the clock, but for closed days', () => {
  expect(plusWorking(always, at('2026-03-04T09:14:00Z'), 20 * hourMs)).toEqual(
    at('2026-03-05T05:14:00Z'),
  );
  const closed = { ...always, closed: ['2026-03-05'] };
  expect(plusWorking(closed, at('2026-03-04T09:14:00Z'), 20 * hourMs)).toEqual(
    at('2026-03-06T05:14:00Z'),
  );
});

test('what never opens is told, and holds nothing for ever', () => {
  const never = { ...always, weekly: [{ day: 1 as const, from: '09:00', to: '10:00' }] };
  const mondays = Array.from({ length: 800 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
  );
  const time = { ...never, closed: mondays };
  expect(opensAt(time, at('2026-01-01T00:00:00Z'))).toBeNull();
  expect(plusWorking(time, at('2026-01-01T00:00:00Z'), hourMs).getUTCFullYear()).toBe(2036);
});

/** Open or not at an instant, by asking the wall clock of the zone for this very minute. */
function openSlowly(time: WorkingTime, instant: Date): boolean {
  const text = wallClocks.get(time.zone)!.format(instant);
  const [date = '', clock = ''] = text.split(' ');
  if (time.closed.includes(date)) return false;
  if (time.weekly.length === 0) return true;
  const today = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  const yesterday = today === 1 ? 7 : today - 1;
  return time.weekly.some(({ day, from, to }) =>
    to > from
      ? day === today && clock >= from && clock < to
      : (day === today && clock >= from) || (day === yesterday && clock < to),
  );
}

const zones = [
  'UTC',
  'Europe/Bucharest',
  'America/New_York',
  'Australia/Lord_Howe', // half an hour of daylight saving
  'Australia/Adelaide', // half-hour zone, southern summer
  'Asia/Kathmandu', // a quarter of an hour
  'Africa/Cairo', // changes at midnight
];
const wallClocks = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);
/** Weeks around changes of the clocks, and ordinary ones. */
const moments = [
  '2026-03-06',
  '2026-03-27',
  '2026-04-03',
  '2026-04-23',
  '2026-10-02',
  '2026-10-23',
];
const minuteOfDay = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => new Date(quarter * 15 * minuteMs).toISOString().slice(11, 16));
const anyTime = fc.record({
  zone: fc.constantFrom(...zones),
  weekly: fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      from: minuteOfDay,
      to: fc.oneof(minuteOfDay, fc.constant('24:00')),
    }),
    { maxLength: 8 },
  ),
  closed: fc.array(
    fc
      .integer({ min: 0, max: 280 })
      .map((day) => new Date(Date.UTC(2026, 1, 20 + day)).toISOString().slice(0, 10)),
    { maxLength: 12 },
  ),
});
const anyStart = fc
  .tuple(fc.constantFrom(...moments), fc.integer({ min: 0, max: 4 * 1440 }))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00Z`) + minutes * minuteMs));

describe('against the wall clock, minute by minute', () => {
  test('counts, opens and goes forward as the slow way does', () => {
    fc.assert(
      fc.property(
        anyTime,
        anyStart,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 900 }),
        (time, from, length, budget) => {
          const minutes = Array.from({ length }, (_, n) => openSlowly(time, minute(from, n)));
          const to = minute(from, length);
          expect(workingBetween(time, from, to)).toBe(minutes.filter(Boolean).length * minuteMs);
          expect(isOpen(time, from)).toBe(openSlowly(time, from));

          const first = minutes.indexOf(true);
          if (first >= 0) expect(opensAt(time, from)).toEqual(minute(from, first));
          const last = minutes.lastIndexOf(true);
          const lastFound = lastOpen(time, to, from);
          if (last >= 0) {
            expect(lastFound).toEqual(minute(from, last + 1));
          } else expect(lastFound).toEqual(openSlowly(time, to) ? to : null);

          let left = budget;
          const spent = minutes.findIndex((open) => open && --left === 0);
          if (budget > 0 && spent >= 0) {
            expect(plusWorking(time, from, budget * minuteMs)).toEqual(minute(from, spent + 1));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('stretches leave no gap and agree with what is counted', () => {
    fc.assert(
      fc.property(anyTime, anyStart, fc.integer({ min: 1, max: 20_000 }), (time, from, length) => {
        const to = minute(from, length);
        const found = stretches(time, from, to);
        expect([found[0]!.from, found.at(-1)!.to]).toEqual([from, to]);
        for (const [n, one] of found.entries()) {
          if (n > 0) expect(one.from).toEqual(found[n - 1]!.to);
          expect(one.counts).toBe(one.why === undefined);
          expect(workingBetween(time, one.from, one.to)).toBe(
            one.counts ? one.to.getTime() - one.from.getTime() : 0,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test('going forward and counting back agree', () => {
    fc.assert(
      fc.property(anyTime, anyStart, fc.integer({ min: 1, max: 9000 }), (time, from, minutes) => {
        const ms = minutes * minuteMs;
        const due = plusWorking(time, from, ms);
        const counted = workingBetween(time, from, due);
        // Ten years are the bound for what is hardly ever open.
        if (due.getUTCFullYear() < 2035) expect(counted).toBe(ms);
        else expect(counted).toBeLessThanOrEqual(ms);
      }),
      { numRuns: 200 },
    );
  });
});

function minute(from: Date, n: number): Date {
  return new Date(from.getTime() + n * minuteMs);
}
