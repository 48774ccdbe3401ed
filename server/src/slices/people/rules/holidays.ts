import { dayMs } from '../../../kernel/duration.ts';

/** A date that is closed, `YYYY-MM-DD`, and its name. */
type Day = { day: string; name: string };

/** How far a rule that repeats every year is followed, from the year it is read in. */
const years = 5;
/** A holiday that lasts longer is none: somebody's leave, a season. */
const longestDays = 62;
const mostDays = 5000;

/**
 * Reads the whole-day entries of an iCalendar file (RFC 5545): single days, stretches of days, and
 * what repeats every year on a date or on the nth weekday of a month. What has passed is left out.
 * @param from the first day that is wanted, `YYYY-MM-DD`
 * @returns the days in order, one entry per day, and how many entries were no such days
 */
export function readHolidays(text: string, from: string): { days: Day[]; skipped: number } {
  const found = new Map<string, string>();
  let skipped = 0;
  for (const event of eventsOf(text)) {
    const days = event.get('STATUS') === 'CANCELLED' ? [] : daysOf(event, from);
    if (days === null) skipped++;
    for (const day of days ?? []) {
      if (day >= from && found.size < mostDays && !found.has(day)) found.set(day, nameOf(event));
    }
  }
  const days = [...found].map(([day, name]) => ({ day, name }));
  return { days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)), skipped };
}

/** The properties of each event by name, without parameters; long lines are put together first. */
function eventsOf(text: string): Map<string, string>[] {
  const events: Map<string, string>[] = [];
  let event: Map<string, string> | null = null;
  for (const line of text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const colon = valueBegins(line);
    const name = line.slice(0, Math.max(0, colon)).split(';')[0]!.toUpperCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'BEGIN' && value === 'VEVENT') event = new Map<string, string>();
    else if (name === 'END' && value === 'VEVENT' && event) {
      events.push(event);
      event = null;
    } else if (event && name && !event.has(name)) event.set(name, value);
    else if (event && name === 'EXDATE') event.set(name, `${event.get(name)},${value}`);
  }
  return events;
}

/** Where the colon stands that ends name and parameters; quoted parameters may hold others. */
function valueBegins(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

function nameOf(event: Map<string, string>): string {
  const written = event.get('SUMMARY') ?? '';
  const plain = written.replaceAll(/\\n/gi, ' ').replaceAll(/\\([\\;,])/g, '$1');
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return plain
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, 200);
}

/** The days of an event; null when it is none of whole days, or repeats otherwise than yearly. */
function daysOf(event: Map<string, string>, from: string): string[] | null {
  const start = dateOf(event.get('DTSTART'));
  if (start === null) return null;
  const end = event.has('DTEND') ? dateOf(event.get('DTEND')) : start + dayMs;
  if (end === null) return null;
  const length = Math.max(1, Math.round((end - start) / dayMs));
  if (length > longestDays) return null;
  const rule = event.get('RRULE');
  const starts = rule ? yearly(start, rule, Date.parse(from)) : [start];
  if (!starts) return null;
  const except = new Set((event.get('EXDATE') ?? '').split(',').map(dateOf));
  return starts
    .filter((one) => !except.has(one))
    .flatMap((one) => Array.from({ length }, (_, n) => iso(one + n * dayMs)));
}

/** A date as an instant of UTC; also a midnight, as some programs write whole days. */
function dateOf(value: string | undefined): number | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T000000Z?)?$/.exec(value ?? '');
  if (!found) return null;
  const [, year, month, day] = found.map(Number);
  const at = Date.UTC(year!, month! - 1, day);
  return iso(at).replaceAll('-', '') === value!.slice(0, 8) ? at : null;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

const knownParts = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYMONTH',
  'BYMONTHDAY',
  'BYDAY',
  'WKST',
]);
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The starts of what repeats every year, for some years from `from` on; null for other rules. */
function yearly(start: number, rule: string, from: number): number[] | null {
  const parts = new Map(
    rule.split(';').map((part) => part.toUpperCase().split('=') as [string, string]),
  );
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((key) => !knownParts.has(key))) {
    return null;
  }
  const interval = Math.max(1, Number(parts.get('INTERVAL') ?? 1));
  const count = Number(parts.get('COUNT') ?? Infinity);
  const until = dateOf(parts.get('UNTIL')?.slice(0, 8)) ?? Infinity;
  const first = new Date(start).getUTCFullYear();
  const month = Number(parts.get('BYMONTH') ?? new Date(start).getUTCMonth() + 1);
  const day = Number(parts.get('BYMONTHDAY') ?? new Date(start).getUTCDate());
  if (![interval, month, day].every(Number.isInteger) || Number.isNaN(count)) return null;
  const place = parts.has('BYDAY') ? placeOf(parts.get('BYDAY')!) : null;
  if (parts.has('BYDAY') && !place) return null;
  const starts: number[] = [];
  const wanted = new Date(from).getUTCFullYear();
  for (let at = first, n = 0; at <= wanted + years && n < count; at += interval) {
    const one = place ? nthWeekday(at, month, place) : onDate(at, month, day);
    if (one === null || one < start) continue;
    if (one > until) break;
    n++;
    if (at >= wanted - 1) starts.push(one);
  }
  return starts;
}

function onDate(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCMonth() === month - 1 ? at : null;
}

function placeOf(text: string): { nth: number; weekday: number } | null {
  const found = /^([+-]?[1-5])(SU|MO|TU|WE|TH|FR|SA)$/.exec(text);
  return found && { nth: Number(found[1]), weekday: weekdays.indexOf(found[2]!) };
}

/** The nth weekday of a month, counted from its end when negative. */
function nthWeekday(
  year: number,
  month: number,
  { nth, weekday }: { nth: number; weekday: number },
): number | null {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const all: number[] = [];
  for (let day = 1 + ((weekday - first + 7) % 7); day <= days; day += 7) all.push(day);
  const day = all.at(nth > 0 ? nth - 1 : nth);
  return day === undefined ? null : Date.UTC(year, month - 1, day);
}
