import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';

/** What is known of how mail comes through a channel. */
export type History = {
  first: Date;
  last: Date;
  /** Messages within the time that is looked at. */
  count: number;
  /**
   * The two longest gaps that began on the weekday of the last message, the longest first (ms). The
   * very longest may have been a holiday or a fault, and is not what is usual.
   */
  longestGapsMs: readonly number[];
};

/** How far back it is looked at what is usual. */
export const lookedBackMs = 56 * dayMs;

const least = { historyMs: 28 * dayMs, messages: 30, silenceMs: 3 * hourMs };

/**
 * Since when a channel is unusually silent; null when it is not, or when too little is known of it.
 * Unusual is three times the longest usual gap of that weekday, and for long gaps, such as weekends,
 * two days more than usual.
 */
export function silentSince(history: History, now: Date): Date | null {
  const { first, last, count, longestGapsMs } = history;
  if (between(first, now) < least.historyMs || count < least.messages) return null;
  const usual = longestGapsMs[1] ?? longestGapsMs[0];
  if (usual === undefined) return null;
  const unusual = Math.max(Math.min(3 * usual, usual + 2 * dayMs), least.silenceMs);
  return plus(last, unusual) < now ? last : null;
}
