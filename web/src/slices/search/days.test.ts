import { expect, it } from 'vitest';
import { dayOfInstant, instantOfDay } from './days.ts';

it.each([
  ['from', '2026-03-29', 'Europe/Bucharest', '2026-03-28T22:00:00.000Z'],
  ['to', '2026-03-29', 'Europe/Bucharest', '2026-03-29T21:00:00.000Z'],
  ['to', '2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z'],
] as const)('%s %s in %s, and back', (edge, day, zone, instant) => {
  expect(instantOfDay(day, edge, zone)).toBe(instant);
  expect(dayOfInstant(instant, edge, zone)).toBe(day);
});

it('is nothing while it is empty', () => {
  expect(instantOfDay('', 'from', 'UTC')).toBeUndefined();
  expect(dayOfInstant(undefined, 'to', 'UTC')).toBe('');
});
