import { describe, expect, test } from 'vitest';
import { ownMs } from '../../../../test/own-time.ts';
import { readHolidays } from './holidays.ts';

const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((one) => ['BEGIN:VEVENT', one, 'END:VEVENT']),
    'END:VCALENDAR',
  ]
    .join('\r\n')
    .replaceAll('\n', '\r\n')
    .replaceAll('\r\r', '\r');
const days = (...events: string[]) =>
  readHolidays(file(...events), '2026-01-01').days.map(({ day }) => day);

describe('reading holidays', () => {
  test('takes single days and stretches, with their names, folded and escaped as written', () => {
    const text = file(
      'DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227\nSUMMARY;LANGUAGE=ro:Crăciunul\\, prima și a doua\n  zi',
      'DTSTART;TZID="Europe/Bucharest":20261201T000000\nDTEND;TZID="Europe/Bucharest":20261202T000000\nSUMMARY:Ziua Națională',
    );
    expect(readHolidays(text, '2026-01-01')).toEqual({
      days: [
        { day: '2026-12-01', name: 'Ziua Națională' },
        { day: '2026-12-25', name: 'Crăciunul, prima și a doua zi' },
        { day: '2026-12-26', name: 'Crăciunul, prima și a doua zi' },
      ],
      skipped: 0,
    });
  });

  test.each([
    ['a date', 'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY', ['01-01', '01-01', '01-01']],
    [
      'the fourth Thursday',
      'DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      ['11-26', '11-25', '11-23'],
    ],
    [
      'the last Monday',
      'DTSTART;VALUE=DATE:20200525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
      ['05-25', '05-31', '05-29'],
    ],
  ])('follows %s year by year', (_, event, expected) => {
    expect(
      days(event)
        .slice(0, 3)
        .map((day) => day.slice(5)),
    ).toEqual(expected);
    expect(days(event)).toHaveLength(6);
  });

  test.each([
    ['until', 'RRULE:FREQ=YEARLY;UNTIL=20271231', 2],
    ['so many times', 'RRULE:FREQ=YEARLY;COUNT=8', 2],
    ['every other year', 'RRULE:FREQ=YEARLY;INTERVAL=2', 3],
    ['but not on', 'RRULE:FREQ=YEARLY;UNTIL=20280101\nEXDATE;VALUE=DATE:20270101', 2],
  ])('stops: %s', (_, rule, count) => {
    expect(days(`DTSTART;VALUE=DATE:20200101\n${rule}`)).toHaveLength(count);
  });

  test('a leap day comes in leap years', () => {
    expect(days('DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY')).toEqual(['2028-02-29']);
  });

  test.each([
    ['a meeting', 'DTSTART:20260304T100000Z\nDTEND:20260304T110000Z'],
    ['what repeats every week', 'DTSTART;VALUE=DATE:20260304\nRRULE:FREQ=WEEKLY'],
    ['a whole season', 'DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260901'],
    ['a date that there is not', 'DTSTART;VALUE=DATE:20260231'],
    ['nothing', 'SUMMARY:x'],
  ])('leaves out and counts %s', (_, event) => {
    expect(readHolidays(file(event), '2026-01-01')).toEqual({ days: [], skipped: 1 });
  });

  test('leaves out what has passed, was cancelled, or is there twice', () => {
    expect(
      days(
        'DTSTART;VALUE=DATE:20251225',
        'DTSTART;VALUE=DATE:20260501\nSTATUS:CANCELLED',
        'DTSTART;VALUE=DATE:20260601',
        'DTSTART;VALUE=DATE:20260601',
      ),
    ).toEqual(['2026-06-01']);
  });

  test.each([
    '',
    'not a calendar',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VEVENT\r\n:::\r\nEND:VEVENT',
  ])('never fails on odd text: %j', (text) => {
    expect(readHolidays(text, '2026-01-01').days).toEqual([]);
  });

  test('reads a large file at once', () => {
    const text = file(
      ...Array.from({ length: 5000 }, () => 'DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=YEARLY'),
    );
    const before = ownMs();
    readHolidays(text, '2026-01-01');
    expect(ownMs() - before).toBeLessThan(2000);
  });
});
