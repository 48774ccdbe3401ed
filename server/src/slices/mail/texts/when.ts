import type { Language } from '@baton/contract';
import { wordsOf } from './index.ts';

// British dates cannot be taken for another day, American ones can.
const locales: Partial<Record<Language, string>> = { en: 'en-GB' };

/** Kept, because making one takes longer than all else in a letter; as many as zones in use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/**
 * A date and time as somebody else's calendar wrote it: the fields of its clock, in UTC, and the
 * name of its zone, if it gave one. `dateOnly` leaves the time out.
 */
export function clockInWords(
  clock: Date,
  zone: string | null,
  language: Language,
  dateOnly: boolean,
): string {
  const { date, time } = dateAndTime(clock, 'UTC', locales[language] ?? language);
  const beside = zone === null ? '' : ` (${zone})`;
  return dateOnly ? `${date}${beside}` : `${date}, ${time}${beside}`;
}

/** An instant written out for a customer, in the words of a language and the time of a zone. */
export function whenInWords(instant: Date, zone: string, language: Language): string {
  const locale = locales[language] ?? language;
  const { date, time } = dateAndTime(instant, zone, locale);
  return wordsOf(language).when(date, time, zoneInWords(instant, zone, locale));
}

function dateAndTime(instant: Date, timeZone: string, locale: string) {
  const date = formatOf(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const time = formatOf(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return { date: date.format(instant), time: time.format(instant) };
}

function zoneInWords(instant: Date, zone: string, locale: string): string {
  const format = formatOf(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  return !name || /^(GMT|UTC)[+-]?0*[:.]?0*$/.test(name) ? 'UTC' : name;
}
