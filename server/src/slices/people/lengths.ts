import { dayMs, formatDuration, hourMs, minuteMs, parseDuration } from '../../kernel/duration.ts';
import { invalid } from '../../platform/refusals.ts';

const year = 365 * dayMs;

/** From when to when a length of time makes sense; the tables check the same. */
const bounds = {
  holdingTime: { min: minuteMs, max: year },
  resumeAtLeast: { min: 0, max: year },
  waitingLimit: { min: 0, max: year },
  firstReply: { min: minuteMs, max: year },
  holding: { min: minuteMs, max: year },
  confirmWithin: { min: hourMs, max: year },
  remindAfter: { min: hourMs, max: year },
  taskWithin: { min: minuteMs, max: year },
};

/**
 * Reads a length of time that a request named, in milliseconds.
 * @throws Problem invalid_request when it is shorter or longer than makes sense
 */
export function lengthMs(field: keyof typeof bounds, text: string): number {
  const ms = parseDuration(text);
  const { min, max } = bounds[field];
  if (ms >= min && ms <= max) return ms;
  throw invalid(field, 'not_between', { from: formatDuration(min), to: formatDuration(max) });
}

/** The same where the request may have named none. */
export function changedLengthMs(
  field: keyof typeof bounds,
  text: string | undefined,
): number | undefined {
  return text === undefined ? undefined : lengthMs(field, text);
}

/** Lengths by what they apply to. */
export function lengthsMs<Key extends string>(
  field: keyof typeof bounds,
  texts: Partial<Record<Key, string>>,
): Partial<Record<Key, number>> {
  const entries = Object.entries(texts) as [Key, string][];
  const read = entries.map(([key, text]) => [key, lengthMs(field, text)]);
  return Object.fromEntries(read) as Partial<Record<Key, number>>;
}
