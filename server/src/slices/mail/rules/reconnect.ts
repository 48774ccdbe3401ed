import { minuteMs, secondMs } from '../../../kernel/duration.ts';

const longestMs = 5 * minuteMs;

/** A server that refuses a sign-in may lock the account when it is asked too often. */
const refusedMs = minuteMs;

/**
 * How long to wait before a mailbox is connected to again, in milliseconds: twice as long after each
 * failure, up to five minutes, and a little by chance so that not all come back at once.
 * @param failures in a row, one at least
 * @param chance from 0 to 1
 */
export function reconnectAfterMs(
  { failures, refused }: { failures: number; refused: boolean },
  chance: number,
): number {
  const ms = Math.min(longestMs, secondMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(Math.max(refused ? refusedMs : 0, ms) * (0.5 + chance / 2));
}
