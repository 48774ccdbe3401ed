import type { Language } from '@baton/contract';
import { wordsOf } from './index.ts';

// British dates cannot be taken for another day, American ones can.
const locales: Partial<Record<Language, string>> = { en: 'en-GB' };

/** An instant written out for a customer, in the words of a language and the time of a zone. */
export function whenInWords(instant: Date, zone: string, language: Language): string {
  const locale = locales[language] ?? language;
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return wordsOf(language).when(
    date.format(instant),
    time.format(instant),
    zoneInWords(instant, zone, locale),
  );
}

function zoneInWords(instant: Date, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  return !name || /^(GMT|UTC)[+-]?0*[:.]?0*$/.test(name) ? 'UTC' : name;
}
