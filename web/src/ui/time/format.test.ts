import { describe, expect, it } from 'vitest';
import { fullTime, languageName, shortDay, shortTime } from './format.ts';

const viewer = { language: 'en', zone: 'Europe/Bucharest' } as const;
const now = Date.parse('2026-03-04T12:00:00Z');
const at = (text: string) => Date.parse(text);

describe('a short time', () => {
  it.each([
    ['2026-03-04T07:14:00Z', '09:14'],
    ['2026-03-03T07:14:00Z', 'yesterday 09:14'],
    // Half past midnight here, though the day before in UTC.
    ['2026-03-04T22:30:00Z', 'tomorrow 00:30'],
    ['2026-03-01T07:14:00Z', 'Sun 09:14'],
    ['2026-01-05T07:14:00Z', '5 Jan, 09:14'],
    ['2025-11-05T07:14:00Z', '5 Nov 2025'],
  ])('says %s', (instant, said) => {
    expect(shortTime(at(instant), now, viewer)).toBe(said);
  });

  it('says today when asked to', () => {
    expect(shortTime(at('2026-03-04T21:16:00Z'), now, viewer, true)).toBe('today 23:16');
    const inRussian = { language: 'ru', zone: 'Europe/Moscow' } as const;
    expect(shortTime(at('2026-03-04T20:16:00Z'), now, inRussian, true)).toBe('сегодня 23:16');
  });
});

it('says the exact instant with its zone', () => {
  // The comma after the weekday depends on the browser's edition of the CLDR.
  const said = fullTime(at('2026-03-04T07:14:22Z'), viewer);
  expect(said).toMatch(/^Wednesday,? 4 March 2026 at 09:14:22 EET$/);
});

it('names a day of the calendar the same in every zone', () => {
  const farWest = { language: 'en', zone: 'Pacific/Honolulu' } as const;
  expect(shortDay('2026-03-04', farWest)).toBe('Wed 4 Mar');
});

it('names languages', () => {
  expect(languageName('hu', viewer)).toBe('Hungarian');
});
