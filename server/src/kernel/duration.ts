export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const pattern = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?)$/;

/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds; a day has 24 hours.
 * @returns milliseconds
 * @throws RangeError when the text is no such duration
 */
export function parseDuration(text: string): number {
  const found = pattern.exec(text);
  if (!found || text === 'P' || text.endsWith('T')) throw new RangeError(`no duration: ${text}`);
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  return Math.round(
    (Number(weeks) * 7 + Number(days)) * dayMs +
      Number(hours) * hourMs +
      Number(minutes) * minuteMs +
      Number(seconds) * secondMs,
  );
}

/**
 * Writes milliseconds as an ISO 8601 duration in hours, minutes and seconds (`PT20H`); whole days
 * from 48 hours on as days (`P14D`). Negative lengths carry a leading minus sign.
 */
export function formatDuration(ms: number): string {
  if (ms < 0) return `-${formatDuration(-ms)}`;
  const days = ms >= 2 * dayMs ? Math.floor(ms / dayMs) : 0;
  const rest = ms - days * dayMs;
  const hours = Math.floor(rest / hourMs);
  const minutes = Math.floor((rest % hourMs) / minuteMs);
  const seconds = (rest % minuteMs) / secondMs;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  if (!days && !time) return 'PT0S';
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
