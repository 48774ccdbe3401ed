import { dayMs } from './duration.ts';

/** A stretch of time during which the clocks of a zone keep the same distance from UTC. */
export type Steady = { from: number; to: number; offsetMs: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once per zone: making one takes a thousand times as long as using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the wall clock of a zone is ahead of UTC at an instant (ms since 1970), in milliseconds. */
function measure(zone: string, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** Per zone and UTC day what was measured. A result of the zone's rules alone, so it may be kept. */
const days = new Map<string, Map<number, Steady[]>>();
/** Fifty years of one zone; beyond that the memory starts anew. */
const keptDays = 20_000;

/**
 * The stretches of a UTC day (counted from 1970) in which a zone's clocks are steady: one, or two
 * where they are changed that day. No zone has changed twice within one day.
 * @param zone an IANA name; @throws RangeError for any other
 */
export function steadyOn(zone: string, day: number): Steady[] {
  let known = days.get(zone);
  if (!known || known.size >= keptDays) days.set(zone, (known = new Map<number, Steady[]>()));
  let found = known.get(day);
  if (!found) known.set(day, (found = measureDay(zone, day * dayMs)));
  return found;
}

function measureDay(zone: string, from: number): Steady[] {
  const to = from + dayMs;
  const before = measure(zone, from);
  const after = measure(zone, to);
  if (before === after) return [{ from, to, offsetMs: before }];
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (measure(zone, middle) === before) low = middle;
    else high = middle;
  }
  return [
    { from, to: high, offsetMs: before },
    { from: high, to, offsetMs: after },
  ];
}

/** The steady stretch in which an instant lies. */
export function steadyAt(zone: string, at: number): Steady {
  const [first, second] = steadyOn(zone, Math.floor(at / dayMs));
  return second && at >= second.from ? second : first!;
}
