const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A length of time as its two largest parts; the catalogues put it into words. */
export type Left =
  | { unit: 'now' }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number; hours: number };

/**
 * What a person says of `ms`: minutes below an hour, hours and minutes below 48 hours, days and
 * hours from there on; below a minute `now`. Rounded down, so that nobody is promised too much.
 */
export function leftOf(ms: number): Left {
  const length = Math.abs(ms);
  if (length < minuteMs) return { unit: 'now' };
  if (length < hourMs) return { unit: 'minutes', minutes: Math.floor(length / minuteMs) };
  if (length < 2 * dayMs) {
    const hours = Math.floor(length / hourMs);
    return { unit: 'hours', hours, minutes: Math.floor((length % hourMs) / minuteMs) };
  }
  const days = Math.floor(length / dayMs);
  return { unit: 'days', days, hours: Math.floor((length % dayMs) / hourMs) };
}

const pattern = /^(-)?P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;

/** Milliseconds of an ISO 8601 duration of the API (may be negative); 0 for anything else. */
export function durationMs(text: string): number {
  const found = pattern.exec(text);
  if (!found) return 0;
  const [, minus, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  const whole = (Number(weeks) * 7 + Number(days)) * dayMs + Number(hours) * hourMs;
  const length = whole + Number(minutes) * minuteMs + Number(seconds) * 1000;
  return minus ? -length : length;
}
