/** With which height a higher letter begins, and from which on it is higher, in pixels. */
const first = 460;
const muchHigher = 620;

const usualWidth = 640;
const least = 80;
const most = 12_000;

/**
 * How high the frame of a letter is, in pixels: what the server reckons for its usual width, more
 * where there is less room, and never so high that a wrong guess takes the whole conversation.
 */
export function frameHeight(reckoned: number, width: number): number {
  // Not all of a letter grows: pictures and tables do not.
  const narrower = width > 0 ? Math.min(2.5, Math.max(1, (usualWidth / width) * 0.85)) : 1;
  return Math.round(Math.min(most, Math.max(least, reckoned * narrower)));
}

/** With which height a letter is shown until all of it is asked for, in pixels. */
export function firstHeight(height: number): number {
  return height > muchHigher ? first : height;
}
