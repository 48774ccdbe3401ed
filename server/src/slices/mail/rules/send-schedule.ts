import { dayMs, hourMs, minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';

const firstWaitsMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs];
const giveUpAfterMs = 3 * dayMs;

/**
 * When a message that could not be handed over is tried again: after 1, 5, 15 and 60 minutes, then
 * hourly; null once it is three days old (RFC 5321 §4.5.4.1 asks for four to five days of trying,
 * but a customer who waits three days for an answer should hear of it by other means).
 * @param attempts how many were made, at least one
 */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | null {
  const waitMs = firstWaitsMs[attempts - 1] ?? hourMs;
  return between(createdAt, now) >= giveUpAfterMs ? null : plus(now, waitMs);
}
