import { dayMs, minuteMs, secondMs } from '../../../kernel/duration.ts';

/** So often may somebody be wrong before they have to wait: people mistype. */
const free = 5;
/** The first wait; each further failure doubles it, up to the longest. */
const firstMs = 5 * secondMs;
const longestMs = 15 * minuteMs;

/** After so long without a failure, those before count no more. */
export const forgottenAfterMs = dayMs;

/** Of so many failures at one address, from wherever they come, its agent is told. */
export const toldAfter = 20;

/** How long one has to wait after so many failures in a row. */
export function waitMs(failures: number): number {
  if (failures < free) return 0;
  // Far beyond the longest wait, doubling would leave what numbers can hold.
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - free, 20));
}
