import { describe, expect, it } from 'vitest';
import { daysFrom, instantOfWall, wallText } from './zone.ts';

const at = (text: string) => Date.parse(text);

describe('an instant from what the wall shows', () => {
  it.each([
    ['2026-01-15T09:00', 'Europe/Bucharest', '2026-01-15T07:00Z'],
    ['2026-07-15T09:00', 'Europe/Bucharest', '2026-07-15T06:00Z'],
    // Left out when the clocks go forward: an hour later.
    ['2026-03-29T03:30', 'Europe/Bucharest', '2026-03-29T01:30Z'],
    // Comes twice when they go back: the first.
    ['2026-10-25T03:30', 'Europe/Bucharest', '2026-10-25T00:30Z'],
    ['2026-05-01T00:00', 'Asia/Shanghai', '2026-04-30T16:00Z'],
    ['2026-05-01T00:15', 'Asia/Kathmandu', '2026-04-30T18:30Z'],
  ])('%s in %s', (text, zone, instant) => {
    expect(new Date(instantOfWall(text, zone)!).toISOString()).toBe(
      new Date(instant).toISOString(),
    );
  });

  it('is null for what is no time', () => {
    expect(instantOfWall('', 'UTC')).toBeNull();
  });

  it('comes back as it was written', () => {
    expect(wallText(at('2026-07-15T06:00Z'), 'Europe/Bucharest')).toBe('2026-07-15T09:00');
  });
});

describe('days between', () => {
  it.each([
    ['2026-03-04T22:30Z', '2026-03-04T21:30Z', 'Europe/Bucharest', -1],
    ['2026-03-04T22:30Z', '2026-03-04T21:30Z', 'UTC', 0],
    ['2026-03-28T12:00Z', '2026-03-29T12:00Z', 'Europe/Bucharest', 1],
  ])('from %s to %s in %s', (now, instant, zone, days) => {
    expect(daysFrom(at(now), at(instant), zone)).toBe(days);
  });
});
