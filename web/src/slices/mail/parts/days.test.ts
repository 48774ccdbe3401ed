import { expect, it } from 'vitest';
import { daysOf } from './days.ts';

it.each([
  ['week', '2026-03-04', {}],
  ['month', '2026-03-04', { from: '2026-03-01', to: '2026-03-04' }],
  ['lastMonth', '2026-03-31', { from: '2026-02-01', to: '2026-02-28' }],
  ['lastMonth', '2026-01-15', { from: '2025-12-01', to: '2025-12-31' }],
] as const)('%s on %s', (period, today, days) => {
  expect(daysOf(period, today)).toEqual(days);
});
