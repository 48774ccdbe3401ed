import type { Viewer } from '../viewer.tsx';
import { daysFrom, wallOf } from './zone.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day before month and 24 hours, where the language alone leaves it open. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language === 'zh' ? 'zh-CN' : language;
}

function format(viewer: Viewer, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${viewer.language} ${viewer.zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(localeOf(viewer.language), {
      timeZone: viewer.zone,
      hourCycle: 'h23',
      ...options,
    });
    formats.set(key, found);
  }
  return found;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;

/**
 * An instant (ms) as short as it can be said today: the time alone on the same day (with the word
 * "today" when `sayToday`), yesterday and tomorrow in words, the weekday within six days, else the
 * date; the year only when it is another.
 */
export function shortTime(at: number, now: number, viewer: Viewer, sayToday = false): string {
  const days = daysFrom(now, at, viewer.zone);
  const time = format(viewer, clock).format(at);
  if (days === 0 && !sayToday) return time;
  if (Math.abs(days) <= 1) {
    const word = new Intl.RelativeTimeFormat(localeOf(viewer.language), { numeric: 'auto' });
    return `${word.format(days, 'day')} ${time}`;
  }
  if (Math.abs(days) <= 6) return format(viewer, { weekday: 'short', ...clock }).format(at);
  const sameYear = wallOf(now, viewer.zone).year === wallOf(at, viewer.zone).year;
  const date = { day: 'numeric', month: 'short' } as const;
  return format(viewer, { ...date, ...(sameYear ? clock : { year: 'numeric' }) }).format(at);
}

/** The exact instant, for whoever points at a short one: to the second, with the zone. */
export function fullTime(at: number, viewer: Viewer): string {
  return format(viewer, { dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/** Day of the week, date and minute, as a record says it ("Wednesday 10th, 10:24"). */
export function dayAndMinute(at: number, viewer: Viewer): string {
  return format(viewer, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** A day of the calendar (`2026-03-04`), which has no zone. */
export function shortDay(day: string, viewer: Viewer): string {
  const utc = { language: viewer.language, zone: 'UTC' };
  return format(utc, { weekday: 'short', day: 'numeric', month: 'short' }).format(
    Date.parse(`${day}T00:00Z`),
  );
}

/** The same with its year, for a day that may be long ago. */
export function wholeDay(day: string, viewer: Viewer): string {
  const utc = { language: viewer.language, zone: 'UTC' };
  return format(utc, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    Date.parse(`${day}T00:00Z`),
  );
}

/** The time on the wall in `zone`, for saying how late it is where the customer is. */
export function timeIn(zone: string, now: number, viewer: Viewer): string {
  return format({ language: viewer.language, zone }, clock).format(now);
}

/** The name of a language in the viewer's, or its code where there is none. */
export function languageName(code: string, viewer: Viewer): string {
  return new Intl.DisplayNames([localeOf(viewer.language)], { type: 'language' }).of(code) ?? code;
}
