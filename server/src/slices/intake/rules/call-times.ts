import type { CallMarkKind } from '@baton/contract';
import { hourMs, minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';

/** A press of the button; `at` is what counts, `pressedAt` when it was pressed. */
export type Mark = { kind: CallMarkKind; at: Date; pressedAt: Date };

/** What the marks of a call come to; lengths in ms. The three of them make up the whole. */
export type CallTimes = {
  beganAt: Date;
  endedAt: Date | null;
  /** When somebody was first spoken with; null: nobody was. */
  reachedAt: Date | null;
  /** From the first press until somebody or something took it up. */
  waitMs: number;
  /** On hold, all times together. */
  heldMs: number;
  /** Everything else. */
  spokenMs: number;
};

/**
 * Computes waiting, holding and speaking of a call (S1-2, S3-269), of one that goes on until `now`.
 * Instants are counted, so that midnight and a change of the clocks make no difference.
 */
export function timesOf(marks: readonly Mark[], now: Date): CallTimes {
  const began = marks[0]!.at;
  const ended = marks.find(({ kind }) => kind === 'ended')?.at ?? null;
  const until = ended ?? later(now, marks.at(-1)!.at);
  const takenUp = marks.find(({ kind }) => kind !== 'dialled')?.at ?? until;
  const heldMs = heldUntil(marks, until);
  const waitMs = between(began, takenUp);
  return {
    beganAt: began,
    endedAt: ended,
    reachedAt: marks.find(({ kind }) => kind === 'reached')?.at ?? null,
    waitMs,
    heldMs,
    spokenMs: between(began, until) - waitMs - heldMs,
  };
}

/** A hold lasts until whatever is pressed next, but for another "held", with which it goes on. */
function heldUntil(marks: readonly Mark[], until: Date): number {
  return marks.reduce((sum, { kind, at }, place) => {
    if (kind !== 'held') return sum;
    return sum + between(at, marks[place + 1]?.at ?? until);
  }, 0);
}

/** Whether a button means something now: nothing does after the end, nor "resumed" without a hold. */
export function mayMark(marks: readonly Mark[], kind: CallMarkKind): boolean {
  const last = marks.at(-1)!.kind;
  if (last === 'ended' || kind === 'dialled') return false;
  if (kind === 'held') return last !== 'held';
  if (kind === 'resumed') return last === 'held';
  return kind === 'ended' || last === 'held' || !marks.some((mark) => mark.kind === 'reached');
}

/** By how much the time of a press may be put right: who forgot the button knows it the same day. */
const correctableMs = 12 * hourMs;
/** What is shown to the minute may lie a minute ahead. */
const aheadMs = minuteMs;

/**
 * Marks with the times that they should have had.
 * @returns the place of the first time that cannot be, where there is one: out of order, ahead of
 *   now, or half a day and more from the press
 */
export function corrected(
  marks: readonly Mark[],
  times: readonly Date[],
  now: Date,
): { marks: Mark[] } | { fault: number } {
  if (times.length !== marks.length) return { fault: Math.min(times.length, marks.length) };
  const fault = times.findIndex(
    (at, place) =>
      between(times[place - 1] ?? at, at) < 0 ||
      at > plus(now, aheadMs) ||
      Math.abs(between(marks[place]!.pressedAt, at)) > correctableMs,
  );
  if (fault !== -1) return { fault };
  return { marks: marks.map((mark, place) => ({ ...mark, at: times[place]! })) };
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
