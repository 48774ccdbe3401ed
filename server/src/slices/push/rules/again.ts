import { hourMs, minuteMs, secondMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';

const waits = [30 * secondMs, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, hourMs];

/** What is older than this is told by the desk alone. */
const pushWithinMs = 4 * hourMs;

/**
 * When a push is tried again that a service did not take: later each time, and not before the
 * service said (`Retry-After`); null when it would be history by then.
 */
export function nextTry(
  attempts: number,
  { createdAt, now, afterMs }: { createdAt: Date; now: Date; afterMs: number | null },
): Date | null {
  const wait = Math.max(waits[attempts - 1] ?? hourMs, afterMs ?? 0);
  const next = plus(now, wait);
  return between(createdAt, next) > pushWithinMs ? null : next;
}
