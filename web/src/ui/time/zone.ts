type Wall = { year: number; month: number; day: number; hour: number; minute: number };

const numbers = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = numbers.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    numbers.set(zone, format);
  }
  return format;
}

/** What the clock on a wall in `zone` shows at `instant` (ms since 1970). */
export function wallOf(instant: number, zone: string): Wall {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  return {
    year: parts.get('year')!,
    month: parts.get('month')!,
    day: parts.get('day')!,
    hour: parts.get('hour')!,
    minute: parts.get('minute')!,
  };
}

/** The wall's time as if it were UTC: good for comparing days, not an instant. */
export function wallMs(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
}

/** How many calendar days `instant` lies after `now` in `zone` (negative: before). */
export function daysFrom(now: number, instant: number, zone: string): number {
  const day = (at: number) => Math.floor(wallMs(wallOf(at, zone)) / 86_400_000);
  return day(instant) - day(now);
}

/**
 * The instant (ms) at which a wall in `zone` shows `text` (`2026-03-29T09:00`, as an input of type
 * datetime-local writes it). A time that a change of the clocks leaves out becomes the one as much
 * later; of one that comes twice it is the first.
 */
export function instantOfWall(text: string, zone: string): number | null {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (instant: number) => wallMs(wallOf(instant, zone)) - instant;
  const guesses = [offsetAt(asUtc - 86_400_000), offsetAt(asUtc + 86_400_000)].map(
    (offset) => asUtc - offset,
  );
  const right = guesses.filter((guess) => wallMs(wallOf(guess, zone)) === asUtc);
  return right.length > 0 ? Math.min(...right) : guesses[0]!;
}

/** `instant` (ms) as an input of type datetime-local reads it. */
export function wallText(instant: number, zone: string): string {
  return new Date(wallMs(wallOf(instant, zone))).toISOString().slice(0, 16);
}
