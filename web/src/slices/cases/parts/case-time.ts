import type { CaseItem } from '@baton/contract';
import { shareLeft, toneOf, type Tone } from '../../../ui/ring/share.ts';
import { durationMs } from '../../../ui/time/left.ts';

export type CaseTime = {
  /** Per cent of the holding time that is left. */
  share: number;
  tone: Tone;
  paused: boolean;
  /** Milliseconds left, negative when the due instant has passed. */
  leftMs: number;
};

/** What is known of a clock wherever a case shows as a ring. */
type Timed = { clock: Pick<CaseItem['clock'], 'due' | 'holdingTime' | 'remaining'> };

/** How much time a case has left at `now` (ms): running while it is open, standing still else. */
export function caseTime({ clock }: Timed, now: number): CaseTime {
  const paused = clock.due === null;
  const leftMs = clock.due ? Date.parse(clock.due) - now : durationMs(clock.remaining ?? 'PT0S');
  // By working hours less may be left than there is time until then; the ring shows what counts.
  const countedMs = clock.remaining ? Math.min(leftMs, durationMs(clock.remaining)) : leftMs;
  const share = shareLeft(countedMs, durationMs(clock.holdingTime));
  return { share, tone: toneOf(share), paused, leftMs };
}
