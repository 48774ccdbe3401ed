/** A letter that is higher is shown in whole when that is asked for, in pixels. */
export const longestAtFirst = 460;

const usualWidth = 640;
const least = 80;
const most = 12_000;

/**
 * How high the frame of a letter is, in pixels: what the server reckons for its usual width, more
 * where there is less room, and never so high that a wrong guess takes the whole conversation.
 */
export function frameHeight(reckoned: number, width: number): number {
  const narrower = width > 0 ? Math.min(2.5, Math.max(1, usualWidth / width)) : 1;
  return Math.round(Math.min(most, Math.max(least, reckoned * narrower)));
}
