import type { Days } from '../inbound-queries.ts';

/** The days that can be chosen at once. */
export const periods = ['week', 'month', 'lastMonth'] as const;
export type Period = (typeof periods)[number];

/**
 * The days of a period, by the viewer's own date; the server counts in the company's zone.
 * @param today `2026-03-04`
 */
export function daysOf(period: Period, today: string): Days {
  if (period === 'week') return {};
  const [year, month] = today.split('-').map(Number) as [number, number];
  if (period === 'month') return { from: dateOf(year, month, 1), to: today };
  return { from: dateOf(year, month - 1, 1), to: dateOf(year, month, 0) };
}

function dateOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
