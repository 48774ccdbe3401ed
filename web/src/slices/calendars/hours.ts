import { durationMs } from '../../ui/time/left.ts';

const hourMs = 3_600_000;

/** A length in ISO 8601 as hours for a field, to a thousandth; empty for none. */
export const inHours = (duration: string | undefined) =>
  duration ? String(Math.round((durationMs(duration) / hourMs) * 1000) / 1000) : '';

/** Hours as they were typed, as a length in ISO 8601. */
export const asDuration = (hours: string) => `PT${Math.round(Number(hours) * 3600)}S`;

/** Hours as they were typed, in days; null for what is shorter than two, or does not come out even. */
export function wholeDays(hours: string): number | null {
  const days = Number(hours) / 24;
  return days >= 2 && Number.isInteger(days) ? days : null;
}
